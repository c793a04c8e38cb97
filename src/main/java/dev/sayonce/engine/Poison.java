package dev.sayonce.engine;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.NoConversation;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.RedisOutage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Events whose turn keeps failing. Each failure is counted in Redis; at the third the event is
 * committed as it came, with a handoff, and nothing stands still behind it. A state that can't be
 * read is set aside at once.
 */
final class Poison {

  private static final Logger log = LoggerFactory.getLogger(Poison.class);
  private static final int MOST_FAILURES = 3;

  private final ConversationStore store;

  Poison(ConversationStore store) {
    this.store = store;
  }

  /** The event to commit in place of the one that failed, on the state as it is. */
  record Swallowed(Event event, Stored from) {}

  /** True for failures that sending again won't cure by itself. */
  static boolean isPoison(Throwable failure) {
    return !(RedisOutage.caused(failure)
        || failure instanceof Busy
        || failure instanceof NoConversation
        || failure instanceof Elsewhere);
  }

  /** Counts the failure; fails with it while there are tries left. */
  Mono<Swallowed> swallowed(ThreadId thread, Event event, Throwable failure) {
    log.error("The turn of {} on {} failed", event.id(), thread, failure);
    if (failure instanceof UnreadableState unreadable) {
      return setAside(thread, event, unreadable);
    }
    return store
        .countFailure(thread, event.id())
        .filter(failures -> failures >= MOST_FAILURES)
        .switchIfEmpty(Mono.error(failure))
        .then(store.load(thread))
        .flatMap(
            stored ->
                Mono.justOrEmpty(inPlaceOf(event, stored, failure))
                    .map(e -> new Swallowed(e, startingPoint(stored, failure))))
        .switchIfEmpty(Mono.error(failure));
  }

  /** A transcript that lost lines can't be continued; a new case begins beside it. */
  private static Stored startingPoint(Stored stored, Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith("GAP")
        ? new Stored(stored.version(), Optional.empty())
        : stored;
  }

  private Mono<Swallowed> setAside(ThreadId thread, Event event, UnreadableState unreadable) {
    var from = new Stored(unreadable.version(), Optional.empty());
    return Mono.justOrEmpty(inPlaceOf(event, from, unreadable))
        .flatMap(e -> store.setAside(thread, unreadable.state()).thenReturn(new Swallowed(e, from)))
        .switchIfEmpty(Mono.error(unreadable));
  }

  private static Optional<Event> inPlaceOf(Event event, Stored stored, Throwable failure) {
    var reason = failure.getClass().getSimpleName();
    return switch (event) {
      case Event.CustomerSaid e -> Optional.of(failed(e, e.contact(), e.text(), reason));
      case Event.CustomerEdited e -> Optional.of(failed(e, e.contact(), e.text(), reason));
      case Event.CustomerSentOther e ->
          Optional.of(
              failed(e, e.contact(), (e.text() + " " + e.caption().orElse("")).strip(), reason));
      case Event.CustomerSentFile e ->
          Optional.of(
              new Event.TurnFailed(
                  e.id(),
                  e.at(),
                  e.contact(),
                  e.hint(),
                  e.caption().orElse(""),
                  Optional.of(e.file()),
                  reason));
      case Event.ByCustomer e -> Optional.of(failed(e, e.contact(), "", reason));
      case Event.ByAgent _ -> Optional.empty(); // the agent is told and keeps the draft
      case Event.OfContacts _ -> Optional.empty(); // nothing was said; linking is tried again
      case Event.ActionEnded _,
          Event.ComplaintOwned _,
          Event.TimerFired _,
          Event.DeliveryFailed _ ->
          stored.conversation().map(c -> failed(event, c.contact(), "", reason));
    };
  }

  private static Event failed(Event event, Contact contact, String words, String reason) {
    var hint =
        event instanceof Event.ByCustomer c
            ? c.hint()
            : Optional.<dev.sayonce.flow.Language>empty();
    return new Event.TurnFailed(event.id(), event.at(), contact, hint, words, reason);
  }
}
