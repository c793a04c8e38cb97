package dev.sayonce.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where customers are whose thread was joined with another: a thread they left points to where they
 * go on. A pointer counts only as long as the thread at its end knows the contact, so that nothing
 * half done, erased or gone with time can lead a customer astray.
 *
 * <p>What is remembered here is only believed: the commit refuses a thread that was left.
 */
final class Moves {

  private static final int MOST_HOPS = 8;
  private static final int MOST_REMEMBERED = 20_000;

  /** Pointers that are used live on, for they are looked up at least this often. */
  private static final Duration BELIEVED_FOR = Duration.ofHours(1);

  private final ConversationStore store;
  private final Cache<ThreadId, Place> places =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(BELIEVED_FOR).build();

  Moves(ConversationStore store) {
    this.store = store;
  }

  /**
   * Where a customer is.
   *
   * @param before what was taken on the threads they left: it stays taken, and they take no more
   */
  record Place(ThreadId thread, Map<String, Receipt> before) {

    Optional<Receipt> taken(Event event) {
      return Optional.ofNullable(before.get(event.id()));
    }
  }

  /** True for what is meant for the customer, wherever they are, and not for one thread. */
  static boolean follows(Event event) {
    return switch (event) {
      case Event.ByCustomer _,
          Event.ContactsLinked _,
          Event.ContactUnlinked _,
          Event.ContactBlocked _,
          Event.ContactUnblocked _,
          Event.ComplaintOwned _ ->
          true;
      case Event.ThreadMoved _,
          Event.ByAgent _,
          Event.ActionEnded _,
          Event.TimerFired _,
          Event.DeliveryFailed _ ->
          false;
    };
  }

  /** Where the customer is as far as this gateway knows: at home unless it heard otherwise. */
  Place believed(ThreadId home) {
    var place = places.getIfPresent(home);
    return place != null ? place : new Place(home, Map.of());
  }

  /** Where the customer is by what Redis says. */
  Mono<Place> find(ThreadId home) {
    return walk(new Place(home, Map.of()), 0)
        .doOnNext(place -> remember(home, place))
        .switchIfEmpty(Mono.defer(() -> drop(home).thenReturn(believed(home))));
  }

  private void remember(ThreadId home, Place place) {
    if (place.thread().equals(home)) {
      places.invalidate(home);
    } else {
      places.put(home, place);
    }
  }

  /** Empty if the pointers lead in a circle, as no order of joining should let them. */
  private Mono<Place> walk(Place at, int hops) {
    return store
        .pointer(at.thread())
        .flatMap(
            to ->
                hops < MOST_HOPS
                    ? store.taken(at.thread()).flatMap(t -> walk(beyond(at, to, t), hops + 1))
                    : Mono.<Place>empty())
        .switchIfEmpty(hops < MOST_HOPS ? Mono.just(at) : Mono.empty());
  }

  private static Place beyond(Place left, ThreadId to, Map<String, Receipt> taken) {
    var before = new HashMap<>(left.before());
    before.putAll(taken);
    return new Place(to, Map.copyOf(before));
  }

  /** After an event was taken to the wrong thread: what is believed is right again. */
  Mono<Void> correct(ThreadId home, Event event, Elsewhere how) {
    return how.how() == Elsewhere.How.STRANGER && event instanceof Event.ByCustomer customer
        ? dropUnknown(home, customer.contact())
        : find(home).then();
  }

  private Mono<Void> dropUnknown(ThreadId home, Contact contact) {
    return find(home)
        .flatMap(place -> store.load(place.thread()))
        .filter(at -> at.conversation().filter(c -> c.knows(contact)).isEmpty())
        .flatMap(_ -> drop(home));
  }

  /** The thread leads nowhere else any more. */
  Mono<Void> drop(ThreadId home) {
    return store
        .pointer(home)
        .flatMap(to -> store.unmove(home, to))
        .doFinally(_ -> places.invalidate(home));
  }
}
