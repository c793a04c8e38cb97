package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.FlowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a company's flow set can understand. Immutable; building it takes up to a few seconds of one
 * core, asking it less than a millisecond.
 */
public final class Knowledge {

  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_GUESSES = 3;
  private static final double SURE = 0.5;
  private static final double WHICH = 0.05;

  /** Nobody needs a button for these. */
  private static final Set<Intent> SMALL_TALK =
      Set.of(Courtesy.GREETING, Intent.THANKS, Intent.answer("goodbye"));

  private final IntentModel model;
  private final Calibrator calibrator;
  private final Tongues tongues;
  private final LanguageRequests requests;
  private final Courtesy courtesy;
  private final Map<String, Intent> byWords = new HashMap<>();

  private Knowledge(Lessons lessons) {
    var examples = lessons.examples();
    model = new IntentModel(examples);
    calibrator = Calibrator.train(new Trials(examples, lessons.offTopic()).run());
    tongues = new Tongues(lessons.languages(), examples);
    requests = new LanguageRequests(lessons.languages());
    courtesy = Courtesy.in(examples);
    examples.forEach(e -> byWords.putIfAbsent(Words.normal(e.text()), e.intent()));
  }

  /** Learns from the examples of a set; the same set gives the same knowledge. */
  public static Knowledge of(FlowSet set) {
    return of(Lessons.in(set));
  }

  /** The same lessons give the same knowledge. */
  public static Knowledge of(Lessons lessons) {
    return new Knowledge(lessons);
  }

  public Understanding understand(String text) {
    var words = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    var normal = Words.normal(words);
    if (normal.isEmpty()) {
      return Understanding.NOTHING;
    }
    var guesses = guesses(normal);
    var outcome = outcome(guesses);
    return new Understanding(
        outcome,
        outcome == Outcome.WHICH ? offered(guesses) : best(guesses),
        tongues.of(words),
        requests.in(normal));
  }

  /** The whole message is judged, and what follows its greeting where that tells more. */
  private List<Guess> guesses(String normal) {
    var whole = judged(normal);
    return courtesy
        .rest(normal)
        .map(this::judged)
        .filter(rest -> tellsMore(rest, whole))
        .orElse(whole);
  }

  private static boolean tellsMore(List<Guess> rest, List<Guess> whole) {
    double sure = rest.getFirst().sure();
    return whole.getFirst().intent().equals(Courtesy.GREETING)
        ? sure >= WHICH && !SMALL_TALK.contains(rest.getFirst().intent())
        : sure > whole.getFirst().sure();
  }

  /** What an author wrote as an example is certain; everything else is estimated. */
  private List<Guess> judged(String normal) {
    var written = byWords.get(normal);
    return written == null ? estimated(normal) : List.of(new Guess(written, 1));
  }

  private List<Guess> estimated(String normal) {
    var evidence = model.look(normal);
    double sure = calibrator.probability(evidence.signals());
    double first = evidence.ranking().getFirst().share();
    return evidence.ranking().stream()
        .limit(MOST_GUESSES + SMALL_TALK.size())
        .map(r -> new Guess(r.intent(), sure * r.share() / first))
        .toList();
  }

  private static Outcome outcome(List<Guess> guesses) {
    if (guesses.getFirst().sure() >= SURE) {
      return Outcome.SURE;
    }
    var offered = offered(guesses);
    return offered.size() > 1 && offered.getFirst().sure() >= WHICH
        ? Outcome.WHICH
        : Outcome.UNKNOWN;
  }

  private static List<Guess> best(List<Guess> guesses) {
    return guesses.stream().limit(MOST_GUESSES).toList();
  }

  private static List<Guess> offered(List<Guess> guesses) {
    return guesses.stream()
        .filter(g -> !SMALL_TALK.contains(g.intent()))
        .limit(MOST_GUESSES)
        .toList();
  }
}
