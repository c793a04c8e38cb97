package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.knowledge.Calibrator.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries the model on what it has not seen, so that the calibrator learns when to trust it: examples
 * that were held back, intents that were left out whole, and lines that are about something else.
 */
record Trials(List<Example> examples, List<Said> offTopic, Tongues tongues, Helps helps) {

  /** The more is held back, the less the model tried is like the one that will be asked. */
  private static final int MOST_FOLDS = 10;

  private static final int LEAST_FOLDS = 4;
  private static final int WORTH_LEARNING = 6000;

  /** From so many held-back examples a calibrator learns all that it can. */
  private static final int ENOUGH = 600;

  /** However few examples there are, so much is asked that is about something else. */
  private static final int LEAST_STRANGE = 4;

  List<Trial> run() {
    int folds = Math.clamp(WORTH_LEARNING / (examples.size() + 1), LEAST_FOLDS, MOST_FOLDS);
    var intents = examples.stream().map(Example::intent).distinct().toList();
    var places = new HashMap<Intent, Integer>();
    intents.forEach(intent -> places.put(intent, places.size()));
    int enough = Math.ceilDiv(ENOUGH * folds, examples.size() + 1);
    return IntStream.range(0, Math.min(folds, enough))
        .parallel()
        .mapToObj(fold -> run(fold, folds, places))
        .flatMap(List::stream)
        .toList();
  }

  private List<Trial> run(int fold, int folds, Map<Intent, Integer> places) {
    var trials = new ArrayList<Trial>();
    var known = new ArrayList<Example>();
    var asked = new ArrayList<Example>();
    for (int i = 0; i < examples.size(); i++) {
      var example = examples.get(i);
      boolean leftOut = places.getOrDefault(example.intent(), 0) % folds == fold;
      // Of a left-out intent too only a part is asked, or unknown questions would outweigh.
      if (i % folds == fold) {
        asked.add(example);
      } else if (!leftOut) {
        known.add(example);
      }
    }
    if (!known.isEmpty()) {
      var others = new ArrayList<Said>();
      var strange = new ArrayList<Said>();
      for (int i = 0; i < offTopic.size(); i++) {
        (i % folds == fold ? strange : others).add(offTopic.get(i));
      }
      var model = new IntentModel(known, others, helps);
      ask(model, asked, trials);
      strange.stream()
          .limit(Math.max(LEAST_STRANGE, asked.size() / 2))
          .forEach(s -> trials.add(new Trial(model.look(s).signals(), false, false)));
    }
    return trials;
  }

  private void ask(IntentModel model, List<Example> asked, List<Trial> trials) {
    for (var example : asked) {
      var evidence = model.look(Said.in(example.text(), tongues));
      var intent = example.intent();
      trials.add(
          new Trial(
              evidence.signals(),
              evidence.has(intent, 1),
              evidence.has(intent, Knowledge.MOST_GUESSES)));
    }
  }
}
