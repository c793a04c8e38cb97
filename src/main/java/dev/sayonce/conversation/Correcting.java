package dev.sayonce.conversation;

import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Calling;
import dev.sayonce.conversation.Dialogue.Clarifying;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * "No, the other number": the fact is put right, and what hung on it is done again. Outside of a
 * process the last one is, if the words want nothing else.
 */
record Correcting(Draft draft, Learning learning) {

  /** True if the words corrected something and nothing more is to be done about them. */
  boolean hear(Dialogue dialogue) {
    return switch (dialogue) {
      case Asking asking -> BotTalk.flowOf(draft, asking).filter(f -> hear(f, asking)).isPresent();
      case Calling _ -> false; // what is under way has the fact as it was
      case Idle _, Clarifying _ -> hearLast();
    };
  }

  private boolean hear(Flow flow, Asking asking) {
    var walk = FlowWalk.resume(draft, flow, asking);
    var corrected = learning.correct(List.of(flow, walk.root()));
    corrected.ifPresent(
        slot -> {
          sayCorrected(slot);
          if (!walk.redo(slot)) {
            FlowQuestion.askAgain(draft, flow, asking);
          }
        });
    return corrected.isPresent();
  }

  private boolean hearLast() {
    var last = lastFlow();
    var corrected = learning.correct(last.stream().toList());
    var again = corrected.flatMap(slot -> last.filter(flow -> flow.slots().containsKey(slot)));
    if (again.isEmpty() || draft.understanding().sure().isPresent()) {
      return false;
    }
    sayCorrected(corrected.orElseThrow());
    FlowWalk.begin(draft, again.get()).from(0);
    return true;
  }

  private Optional<Flow> lastFlow() {
    var tried = draft.before().tried();
    return tried.isEmpty() || tried.getLast().intent().kind() != Intent.Kind.FLOW
        ? Optional.empty()
        : draft.flows().flow(tried.getLast().intent().id());
  }

  private void sayCorrected(String slot) {
    draft.say(Phrase.CORRECTED, Map.of("facts", Guess.fact(draft, slot)), List.of());
  }
}
