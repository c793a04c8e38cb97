package dev.sayonce.conversation;

import dev.sayonce.flow.Language;
import java.util.List;
import java.util.Optional;

/**
 * What the knowledge makes of a customer's words, computed once per event, before the turn.
 *
 * @param guesses the likeliest intents, best first; at least one if the outcome is SURE, two or
 *     three if it is WHICH
 * @param language the language of the words, where it can be told
 * @param wantsLanguage the language that the customer asks us to speak
 * @param also a second question in the same words, as sure as the first
 * @param denied what the customer says they do not want; never the outcome
 * @param pressed true if a button said the words: nothing else can be meant by them
 */
public record Understanding(
    Outcome outcome,
    List<Guess> guesses,
    Optional<Language> language,
    Optional<Language> wantsLanguage,
    Optional<Guess> also,
    List<Intent> denied,
    boolean pressed) {

  /** For events without words. */
  public static final Understanding NOTHING =
      new Understanding(Outcome.UNKNOWN, List.of(), Optional.empty(), Optional.empty());

  /** For words that could not mean anything. */
  public static final Understanding UNREADABLE =
      new Understanding(Outcome.UNREADABLE, List.of(), Optional.empty(), Optional.empty());

  /** What is made of written words. */
  public Understanding(
      Outcome outcome,
      List<Guess> guesses,
      Optional<Language> language,
      Optional<Language> wantsLanguage) {
    this(outcome, guesses, language, wantsLanguage, Optional.empty(), List.of(), false);
  }

  /** The same with a second question. */
  public Understanding and(Optional<Guess> second) {
    return new Understanding(outcome, guesses, language, wantsLanguage, second, denied, pressed);
  }

  /** The same where these are not wanted. */
  public Understanding without(List<Intent> unwanted) {
    return new Understanding(outcome, guesses, language, wantsLanguage, also, unwanted, pressed);
  }

  /** A pressed button means its intent, in the language of its label. */
  static Understanding pressed(Intent intent, Optional<Language> language) {
    var certain = List.of(new Guess(intent, 1));
    return new Understanding(
        Outcome.SURE, certain, language, Optional.empty(), Optional.empty(), List.of(), true);
  }

  /** Answer, ask which, admit not to know, or ask for words. */
  public enum Outcome {
    SURE,
    WHICH,
    UNKNOWN,
    UNREADABLE
  }

  /** An intent and the probability (0 to 1) that it is meant. */
  public record Guess(Intent intent, double sure) {}

  /** The one intent that is certainly meant. */
  public Optional<Intent> sure() {
    return outcome == Outcome.SURE ? Optional.of(guesses.getFirst().intent()) : Optional.empty();
  }

  /** True if the words say what is not wanted, and nothing else surely. */
  boolean isDenial() {
    return !denied.isEmpty() && sure().isEmpty();
  }

  boolean isSure(Intent intent) {
    return sure().filter(intent::equals).isPresent();
  }
}
