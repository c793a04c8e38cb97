package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Matching;
import dev.sayonce.knowledge.Judge.Judgement;
import dev.sayonce.knowledge.meaning.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a company's flow set can understand. Immutable; building it takes up to a few seconds of one
 * core, asking it less than a millisecond.
 */
public final class Knowledge {

  static final int MOST_GUESSES = 3;

  private static final int LONGEST_TEXT = 4000;

  /**
   * A part of a message must be surer than a whole one, for it was taken out of its surroundings.
   */
  private static final double SURE_PART = 0.7;

  private static final double BEYOND_DOUBT = 0.85;

  /** So many words are a letter, not a question. */
  private static final int LETTER = 40;

  /** So sure it must be what is not wanted, or nothing known is denied. */
  private static final double SURELY_DENIED = 0.25;

  private static final Understanding THANKED =
      new Understanding(
          Outcome.SURE, List.of(new Guess(Intent.THANKS, 1)), Optional.empty(), Optional.empty());

  private final Matching matching;
  private final Judge judge;
  private final Trust trust;
  private final Optional<Meaning> meaning;
  private final Tongues tongues;
  private final LanguageRequests requests;
  private final Courtesy courtesy;
  private final Set<Intent> denying;
  private final boolean takesThanks;

  private Knowledge(Lessons lessons, Tongues tongues, Optional<Meaning> meaning, Trust trust) {
    var examples = lessons.examples();
    this.tongues = tongues;
    this.meaning = meaning;
    this.trust = trust;
    matching = lessons.matching();
    judge = new Judge(lessons, tongues, meaning, trust);
    requests = new LanguageRequests(lessons.languages());
    courtesy = Courtesy.in(examples);
    denying =
        examples.stream()
            .filter(e -> Denial.in(e.text(), _ -> false).isPresent())
            .map(Example::intent)
            .collect(Collectors.toUnmodifiableSet());
    takesThanks = examples.stream().anyMatch(e -> e.intent().equals(Intent.THANKS));
  }

  /** Learns from the examples of a set; the same set gives the same knowledge. */
  public static Knowledge of(FlowSet set) {
    return of(Lessons.in(set));
  }

  /** The same lessons give the same knowledge. */
  public static Knowledge of(Lessons lessons) {
    return of(lessons, Optional.empty());
  }

  /** Goes by meaning too, where the model knows the language. */
  public static Knowledge of(Lessons lessons, Optional<Meaning> meaning) {
    var tongues = new Tongues(lessons.languages(), lessons.examples());
    return new Knowledge(lessons, tongues, meaning, Trust.earned(lessons, tongues, meaning));
  }

  /**
   * Knows fewer of the examples, and trusts itself as it did with all: far quicker than to learn
   * that anew.
   */
  public Knowledge knowing(Lessons fewer) {
    return new Knowledge(fewer, tongues, meaning, trust);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  public Understanding understand(String text) {
    return consider(text).understood();
  }

  /** Understands the text, and tells from what. */
  public Insight consider(String text) {
    var words = shortened(text);
    var said = Said.in(words, tongues);
    if (said.normal().isEmpty()) {
      boolean thanks = takesThanks && Emoji.isThanks(words);
      return new Insight(List.of(), thanks ? THANKED : Understanding.UNREADABLE);
    }
    var judgement = judged(said);
    return new Insight(best(judgement), decided(said, judgement));
  }

  private Understanding decided(Said said, Judgement judgement) {
    if (judgement.first().sure() < matching.answerFrom() && Gibberish.is(said.normal())) {
      return Understanding.UNREADABLE;
    }
    return denied(said, judgement).orElseGet(() -> understood(said, judgement, inParts(said)));
  }

  /** What the words deny is never done surely; what else they say is. */
  private Optional<Understanding> denied(Said said, Judgement whole) {
    if (isLetter(said) || isMeantSo(whole)) {
      return Optional.empty();
    }
    var denial = Denial.in(said.text(), judge::isWritten);
    var what =
        denial
            .map(d -> judged(said.only(d.denied())).first())
            .filter(guess -> guess.sure() >= SURELY_DENIED && !guess.intent().isSmallTalk());
    return what.map(w -> without(w.intent(), denial.map(Denial::rest).orElse(""), said, whole));
  }

  /** "I don't want your e-mails" is a wish of its own where authors wrote such examples. */
  private boolean isMeantSo(Judgement whole) {
    var first = whole.first();
    return first.sure() == 1
        || first.sure() >= matching.answerFrom() && denying.contains(first.intent());
  }

  private Understanding without(Intent denied, String rest, Said said, Judgement whole) {
    var judgement = rest.isEmpty() ? whole : judged(said.only(rest));
    boolean sure = !rest.isEmpty() && judgement.first().sure() >= matching.answerFrom();
    boolean again = sure && judgement.first().intent().equals(denied);
    var guesses =
        judgement.guesses().stream()
            .filter(g -> again || !g.intent().equals(denied))
            .filter(g -> sure || !g.intent().isSmallTalk())
            .limit(MOST_GUESSES)
            .toList();
    var outcome =
        sure && !again
            ? Outcome.SURE
            : judgement.worthAsking() >= matching.askFrom() && !guesses.isEmpty()
                ? Outcome.WHICH
                : Outcome.UNKNOWN;
    return new Understanding(outcome, guesses, tongues.told(said), requests.in(said.normal()))
        .without(List.of(denied));
  }

  private Understanding understood(Said said, Judgement whole, List<Judgement> parts) {
    var first =
        isTwice(whole, parts) ? parts.getFirst() : isLetter(said) ? surest(whole, parts) : whole;
    var outcome = outcome(first);
    return new Understanding(
            outcome,
            outcome == Outcome.WHICH ? offered(first) : best(first),
            tongues.told(said),
            requests.in(said.normal()))
        .and(outcome == Outcome.SURE ? other(first, parts) : Optional.empty());
  }

  /** Two questions that are each beyond doubt, though together they look like neither. */
  private static boolean isTwice(Judgement whole, List<Judgement> parts) {
    var asked =
        parts.stream()
            .filter(j -> j.first().sure() >= BEYOND_DOUBT)
            .map(j -> j.first().intent())
            .collect(Collectors.toSet());
    return asked.size() > 1 && !asked.contains(whole.first().intent());
  }

  private static boolean isLetter(Said said) {
    return Words.of(said.normal()).size() >= LETTER;
  }

  /** The questions that a message of several sentences surely asks, in their order. */
  private List<Judgement> inParts(Said said) {
    return Parts.of(said).stream()
        .map(part -> judged(said.only(Words.normal(part))))
        .filter(j -> j.first().sure() >= Math.max(SURE_PART, matching.answerFrom()))
        .filter(j -> !j.first().intent().isSmallTalk())
        .toList();
  }

  /** Much of a letter is about nothing; some sentence may say what it is about. */
  private Judgement surest(Judgement whole, List<Judgement> parts) {
    return parts.stream()
        .filter(_ -> whole.first().sure() < matching.answerFrom())
        .max(Comparator.comparingDouble(j -> j.first().sure()))
        .orElse(whole);
  }

  /** Two parts say two things only if the whole is about one of them. */
  private static Optional<Guess> other(Judgement whole, List<Judgement> parts) {
    var asked = parts.stream().map(Judgement::first).toList();
    var intent = whole.first().intent();
    return asked.stream().anyMatch(g -> g.intent().equals(intent))
        ? asked.stream().filter(g -> !g.intent().equals(intent)).findFirst()
        : Optional.empty();
  }

  /**
   * The whole message is judged, and what follows its greeting where that tells more; not of what
   * an author wrote: "hello there".
   */
  private Judgement judged(Said said) {
    var whole = judge.of(said);
    return courtesy
        .rest(said.normal())
        .filter(_ -> !judge.isWritten(said.normal()))
        .flatMap(rest -> tellingMore(said.only(rest), whole))
        .orElse(whole);
  }

  private Optional<Judgement> tellingMore(Said rest, Judgement whole) {
    var judgement = judge.of(rest);
    boolean more =
        whole.first().intent().equals(Courtesy.GREETING)
            ? isAsked(rest, judgement)
            : judgement.first().sure() > whole.first().sure();
    return more ? Optional.of(judgement) : Optional.empty();
  }

  /** One word after a greeting must be surely something: "hi invoice", but not "hi there". */
  private boolean isAsked(Said rest, Judgement judgement) {
    boolean clear =
        rest.normal().contains(" ")
            ? judgement.worthAsking() >= matching.askFrom()
            : judgement.first().sure() >= matching.answerFrom();
    return clear && !judgement.first().intent().isSmallTalk();
  }

  private Outcome outcome(Judgement judgement) {
    if (judgement.first().sure() >= matching.answerFrom()) {
      return Outcome.SURE;
    }
    return offered(judgement).size() > 1 && judgement.worthAsking() >= matching.askFrom()
        ? Outcome.WHICH
        : Outcome.UNKNOWN;
  }

  private static List<Guess> best(Judgement judgement) {
    return judgement.guesses().stream().limit(MOST_GUESSES).toList();
  }

  private static List<Guess> offered(Judgement judgement) {
    return judgement.guesses().stream()
        .filter(g -> !g.intent().isSmallTalk())
        .limit(MOST_GUESSES)
        .toList();
  }
}
