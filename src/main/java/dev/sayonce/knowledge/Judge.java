package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.knowledge.Evidence.Ranked;
import dev.sayonce.knowledge.meaning.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges what words mean: the likeliest intents, and how sure that is. */
final class Judge {

  /** Enough for three buttons without small talk. */
  private static final int MOST_GUESSES = 6;

  private static final int LEAST_WORDS = 3;
  private static final Pattern BORDERS = Pattern.compile("[,;.!?\\n]");

  /** Order numbers and the like. */
  private static final Pattern CODES = Pattern.compile("\\b(?=\\S*\\d)[\\p{L}\\d-]{5,}");

  private final IntentModel model;
  private final Trust trust;
  private final Map<String, Intent> byWords = new HashMap<>();

  /**
   * @param guesses best first, with the probability of each
   * @param worthAsking the probability that one of the first three is right
   */
  record Judgement(List<Guess> guesses, double worthAsking) {

    Guess first() {
      return guesses.getFirst();
    }
  }

  Judge(Lessons lessons, Tongues tongues, Optional<Meaning> meaning, Trust trust) {
    this.trust = trust;
    var examples = lessons.examples();
    var helps = new Helps(new Synonyms(lessons.matching().synonyms()), meaning);
    model = new IntentModel(examples, lessons.offTopic(tongues), helps);
    examples.forEach(e -> byWords.putIfAbsent(Words.normal(e.text()), e.intent()));
  }

  /** True if an author wrote the words, as {@link Words#normal} leaves them. */
  boolean isWritten(String normal) {
    return byWords.containsKey(normal);
  }

  /**
   * What an author wrote as an example is certain, also where facts stand around it; everything
   * else is estimated.
   */
  Judgement of(Said said) {
    var estimated = estimated(said);
    return Optional.ofNullable(byWords.get(said.normal()))
        .or(() -> asClause(said.text()))
        .map(written -> certain(written, estimated.guesses))
        .orElse(estimated);
  }

  /** In "I want to return it, AB123456, too small" the first clause says what is wanted. */
  private Optional<Intent> asClause(String text) {
    var bare = CODES.matcher(BORDERS.split(text, 2)[0]).replaceAll(" ");
    var clause = Words.normal(bare);
    return Words.of(clause).size() < LEAST_WORDS
        ? Optional.empty()
        : Optional.ofNullable(byWords.get(clause));
  }

  private static Judgement certain(Intent written, List<Guess> others) {
    var guesses = new ArrayList<Guess>();
    guesses.add(new Guess(written, 1));
    others.stream()
        .filter(g -> !g.intent().equals(written))
        .map(g -> new Guess(g.intent(), 0))
        .forEach(guesses::add);
    return new Judgement(guesses, 1);
  }

  private Judgement estimated(Said said) {
    var evidence = model.look(said);
    double sure = trust.inFirst().of(evidence);
    double first = evidence.ranking().getFirst().share();
    var guesses =
        evidence.ranking().stream().limit(MOST_GUESSES).map(r -> guess(r, sure / first)).toList();
    return new Judgement(guesses, Math.max(sure, trust.inThree().of(evidence)));
  }

  private static Guess guess(Ranked ranked, double sureOfShare) {
    return new Guess(ranked.intent(), ranked.share() * sureOfShare);
  }
}
