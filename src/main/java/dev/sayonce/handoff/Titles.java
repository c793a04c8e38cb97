package dev.sayonce.handoff;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Answer;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Slot;
import java.util.Map;

/** What people call the things that a conversation knows by their names alone. */
public final class Titles {

  private Titles() {}

  /** Of a slot; its name where no flow declares it any more. */
  public static LocalText slot(String name, FlowSet flows) {
    return flows.slot(name).map(Slot::title).orElseGet(() -> plain(name));
  }

  /** Of an answer or a process; its id where it is gone. */
  public static LocalText intent(Intent intent, FlowSet flows) {
    var title =
        switch (intent.kind()) {
          case ANSWER -> flows.answer(intent.id()).map(Answer::title);
          case FLOW -> flows.flow(intent.id()).map(Flow::title);
        };
    return title.orElseGet(() -> plain(intent.id()));
  }

  private static LocalText plain(String words) {
    return new LocalText(Map.of(Language.EN, words));
  }
}
