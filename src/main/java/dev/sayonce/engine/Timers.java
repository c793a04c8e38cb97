package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Timer;
import java.time.Instant;
import java.util.Map;

/**
 * Makes events of timers. Two gateways that see the same timer go off make the same event, which is
 * taken once.
 */
final class Timers {

  private Timers() {}

  static Event.TimerFired fired(
      Conversation conversation, Map.Entry<Timer, Instant> timer, Instant now) {
    var id =
        "timer:%s:%s:%d"
            .formatted(conversation.id(), timer.getKey(), timer.getValue().toEpochMilli());
    return new Event.TimerFired(id, now, conversation.id(), timer.getKey(), timer.getValue());
  }
}
