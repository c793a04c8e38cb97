package dev.sayonce.channel.web;

import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.NoConversation;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.engine.Busy;
import dev.sayonce.engine.Receipt;
import dev.sayonce.redis.RedisOutage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page is told of its message. */
final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final long BUSY_FOR = 1000;
  private static final long UNAVAILABLE_FOR = 2000;

  private Answers() {}

  /** The message is committed; one that came too late has failed. */
  static ServerFrame taken(String id, Event event, Receipt receipt) {
    return switch (receipt.verdict()) {
      case Verdict.Late _, Verdict.Refused _ when !holdsAlready(event) -> refused(id, "passed");
      case Verdict.Applied _, Verdict.Late _, Verdict.Refused _ ->
          new ServerFrame.Ack(id, receipt.conversation().value(), receipt.first());
    };
  }

  /** Who ends a talk that has ended, or accepts what need not be accepted, has what they want. */
  private static boolean holdsAlready(Event event) {
    return event instanceof Event.CustomerEnded || event instanceof Event.CustomerConsented;
  }

  /** The message has failed. */
  static ServerFrame refused(String id, String reason) {
    return new ServerFrame.Refused(Optional.of(id), reason, Optional.empty());
  }

  /** What the page wants can't be looked up now; it asks again. */
  static ServerFrame unavailable() {
    return new ServerFrame.Refused(Optional.empty(), "unavailable", Optional.of(UNAVAILABLE_FOR));
  }

  /** Nobody knows what became of the message; the page sends it again. */
  static ServerFrame notTaken(String id, Throwable failure) {
    if (failure instanceof NoConversation) {
      return refused(id, "passed"); // there is no talk yet that could end
    }
    if (!(failure instanceof Busy) && !RedisOutage.caused(failure)) {
      log.warn("A message was not taken, its page sends it again: {}", failure.toString());
    }
    return failure instanceof Busy
        ? refused(id, "busy", BUSY_FOR)
        : refused(id, "unavailable", UNAVAILABLE_FOR);
  }

  private static ServerFrame refused(String id, String reason, long retryAfter) {
    return new ServerFrame.Refused(Optional.of(id), reason, Optional.of(retryAfter));
  }
}
