package dev.sayonce.knowledge;

import dev.sayonce.knowledge.Calibrator.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries the model on what it has not seen, so that the calibrator learns when to trust it: examples
 * that were held back, intents that were left out whole, and lines that are about something else.
 */
record Trials(List<Example> examples, List<String> offTopic) {

  private static final int FOLDS = 4;

  List<Trial> run() {
    var trials = new ArrayList<Trial>();
    for (int fold = 0; fold < FOLDS; fold++) {
      run(fold, trials);
    }
    return trials;
  }

  private void run(int fold, List<Trial> trials) {
    var intents = examples.stream().map(Example::intent).distinct().toList();
    var known = new ArrayList<Example>();
    var asked = new ArrayList<Example>();
    for (int i = 0; i < examples.size(); i++) {
      var example = examples.get(i);
      boolean leftOut = intents.indexOf(example.intent()) % FOLDS == fold;
      // Of a left-out intent too only a part is asked, or unknown questions would outweigh.
      if (i % FOLDS == fold) {
        asked.add(example);
      } else if (!leftOut) {
        known.add(example);
      }
    }
    if (!known.isEmpty()) {
      ask(new IntentModel(known), asked, fold, trials);
    }
  }

  private void ask(IntentModel model, List<Example> asked, int fold, List<Trial> trials) {
    for (var example : asked) {
      var evidence = model.look(Words.normal(example.text()));
      trials.add(new Trial(evidence.signals(), evidence.first().equals(example.intent())));
    }
    for (int i = fold; i < offTopic.size(); i += FOLDS) {
      trials.add(new Trial(model.look(Words.normal(offTopic.get(i))).signals(), false));
    }
  }
}
