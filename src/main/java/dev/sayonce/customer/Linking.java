package dev.sayonce.customer;

import dev.sayonce.conversation.Carried;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.NoConversation;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.customer.LinkStore.Claim;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Leads a customer's contacts together and apart. Linking crosses partitions, so it is a saga whose
 * id follows from the code: each step may be done again and then changes nothing. It goes on when
 * the code is brought again, and from the second step on also by itself.
 *
 * <ol>
 *   <li>claim: the code belongs to the contact
 *   <li>accept: the thread of the code takes the contact in, with what its old talk brings along,
 *       and owes the next step as an effect
 *   <li>move: the contact's old thread is closed as continued and points to the new one
 *   <li>finish: the code is used up
 * </ol>
 */
public final class Linking {

  private static final Duration USABLE_FOR = Duration.ofMinutes(10);

  private final LinkStore links;
  private final ConversationEngine engine;
  private final int partitions;
  private final Clock clock;

  Linking(LinkStore links, ConversationEngine engine, int partitions, Clock clock) {
    this.links = links;
    this.engine = engine;
    this.partitions = partitions;
    this.clock = clock;
  }

  /** A code for the customer of the thread; empty if nothing was ever said on it. */
  public Mono<LinkCode> code(ThreadId thread) {
    return engine
        .current(thread)
        .flatMap(Mono::justOrEmpty)
        .map(_ -> LinkCode.fresh(thread.partition(), clock.instant().plus(USABLE_FOR)))
        .flatMap(code -> links.give(thread, code));
  }

  /**
   * Links the contact with the thread that the code was given for. To be repeated after any error;
   * once it completes, the contact is where the outcome says.
   */
  public Mono<Redeemed> redeem(String code, Contact contact) {
    return LinkCode.isOne(code, partitions)
        ? claim(code, contact).flatMap(claim -> go(claim, code, contact))
        : Mono.just(new Redeemed.Unknown());
  }

  Mono<Claim> claim(String code, Contact contact) {
    return links.claim(code, contact, clock.instant());
  }

  private Mono<Redeemed> go(Claim claim, String code, Contact contact) {
    return switch (claim) {
      case Claim.Unknown _ -> Mono.just(new Redeemed.Unknown());
      case Claim.Expired _ -> Mono.just(new Redeemed.Expired());
      case Claim.Used _ -> Mono.just(new Redeemed.UsedAlready());
      case Claim.Done(var thread) -> still(thread, contact);
      case Claim.Mine(var thread) -> link(code, thread, contact);
    };
  }

  private Mono<Redeemed> still(ThreadId thread, Contact contact) {
    return Mono.zip(engine.place(thread), engine.place(engine.home(contact)))
        .filter(both -> both.getT1().equals(both.getT2()))
        .flatMap(both -> linked(both.getT1()))
        .defaultIfEmpty(new Redeemed.UsedAlready());
  }

  private Mono<Redeemed> linked(ThreadId thread) {
    return engine.current(thread).flatMap(Mono::justOrEmpty).map(c -> new Redeemed.Linked(c.id()));
  }

  private Mono<Redeemed> link(String code, ThreadId thread, Contact contact) {
    return accept(id(code), thread, contact)
        .delayUntil(accepted -> move(accepted, id(code), contact))
        .delayUntil(_ -> links.finish(code))
        .<Redeemed>map(accepted -> new Redeemed.Linked(accepted.conversation()))
        .onErrorReturn(NoConversation.class, new Redeemed.Expired());
  }

  Mono<Receipt> accept(String id, ThreadId thread, Contact contact) {
    return engine
        .place(engine.home(contact))
        .flatMap(
            from ->
                engine
                    .fresh(from)
                    .map(at -> accepted(id, from, at.conversation(), contact))
                    .flatMap(event -> engine.handle(thread, event)));
  }

  private Event accepted(String id, ThreadId from, Optional<Conversation> talk, Contact contact) {
    var others = talk.map(Conversation::contacts).orElseGet(List::of);
    var all = Stream.concat(others.stream().filter(c -> !c.equals(contact)), Stream.of(contact));
    return new Event.ContactsLinked(id, clock.instant(), all.toList(), from, talk.map(Carried::of));
  }

  Mono<Void> move(Receipt accepted, String id, Contact contact) {
    return engine
        .place(engine.home(contact))
        .flatMap(from -> engine.move(from, accepted.conversation(), "join:" + id));
  }

  private static String id(String code) {
    return "link:" + LinkCode.digest(code);
  }

  /**
   * Leads a session and the customer who signed in on it together, where the session has said
   * anything: into the customer's talk, or, where there is none, the customer into the session's.
   * Doing it again changes nothing.
   */
  Mono<Void> join(Contact session, Contact customer) {
    return Mono.zip(engine.place(engine.home(session)), engine.place(engine.home(customer)))
        .filter(places -> !places.getT1().equals(places.getT2()))
        .flatMap(
            places ->
                Mono.zip(engine.current(places.getT1()), engine.current(places.getT2()))
                    .filter(talks -> talks.getT1().isPresent())
                    .flatMap(
                        talks ->
                            talks.getT2().isPresent()
                                ? join(places.getT2(), session)
                                : join(places.getT1(), customer)));
  }

  private Mono<Void> join(ThreadId thread, Contact contact) {
    var id = "sign-in:" + UUID.randomUUID();
    return accept(id, thread, contact).flatMap(accepted -> move(accepted, id, contact));
  }

  /**
   * Parts the contact from the thread that it was linked with; it begins anew where it comes from.
   * Broken off between its two steps, it is completed by whatever the contact does next.
   */
  public Mono<Void> unlink(Contact contact) {
    var home = engine.home(contact);
    return engine
        .place(home)
        .filter(place -> !place.equals(home))
        .flatMap(place -> engine.handle(place, unlinked(contact)))
        .onErrorResume(NoConversation.class, _ -> Mono.empty())
        .then(engine.unmove(home));
  }

  private Event unlinked(Contact contact) {
    return new Event.ContactUnlinked("unlink:" + UUID.randomUUID(), clock.instant(), contact);
  }

  /** Parts all contacts of the thread to which answers are pushed. */
  public Mono<Void> unlinkPushed(ThreadId thread) {
    return engine
        .current(thread)
        .flatMap(Mono::justOrEmpty)
        .flatMapIterable(Conversation::linked)
        .filter(Contact::pushed)
        .concatMap(this::unlink)
        .then();
  }
}
