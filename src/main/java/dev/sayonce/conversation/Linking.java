package dev.sayonce.conversation;

import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Remember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a conversation when the customer's contacts come together or part. */
final class Linking {

  private static final String TELEGRAM = "telegram";

  private Linking() {}

  static Turn changed(Draft draft, Event.OfContacts event) {
    switch (event) {
      case Event.ContactsLinked e -> link(draft, e);
      case Event.ContactUnlinked e -> unlink(draft, e.contact());
      case Event.ContactBlocked e -> block(draft, e.contact());
      case Event.ContactUnblocked e -> unblock(draft, e.contact());
      case Event.ThreadMoved e -> leave(draft, e.to());
    }
    return draft.applied();
  }

  /** What is caused comes first: before anything is pushed, the new contacts lead here. */
  private static void link(Draft draft, Event.ContactsLinked event) {
    var before = draft.before();
    var fresh = event.contacts().stream().filter(c -> !before.knows(c)).toList();
    draft.cause(new Effect.Join("join:" + event.id(), event.from(), before.id()));
    if (fresh.isEmpty()) {
      return;
    }
    draft.notice("linked", linked(fresh, event.carried()));
    event.carried().ifPresent(carried -> carry(draft, carried));
    draft.linked(Stream.concat(before.linked().stream(), fresh.stream()).toList());
    if (fresh.getLast().pushed()) {
      draft.state(Phrase.LINKED, Map.of("channel", name(fresh)));
    }
  }

  private static Map<String, String> linked(List<Contact> contacts, Optional<Carried> carried) {
    return Map.of(
        "channel", channels(contacts), "from", carried.map(c -> c.from().value()).orElse(""));
  }

  private static String channels(List<Contact> contacts) {
    return contacts.stream().map(Contact::channel).distinct().collect(Collectors.joining(","));
  }

  /** The name of the channel that the customer has just come by. */
  private static String name(List<Contact> contacts) {
    var channel = contacts.getLast().channel();
    return channel.equals(TELEGRAM) ? "Telegram" : channel;
  }

  private static void carry(Draft draft, Carried carried) {
    carried
        .facts()
        .forEach(
            (name, value) ->
                draft
                    .memory()
                    .learnOfThem(name, value, slot -> slot.remember() == Remember.CUSTOMER));
    carried.complaints().forEach(draft.complaints()::put);
    carried.person().ifPresent(person -> carryPerson(draft, person));
  }

  /** Whoever waits for a person, or has one, keeps them, unless this conversation has its own. */
  private static void carryPerson(Draft draft, Mode person) {
    switch (draft.mode()) {
      case Mode.WithBot _ -> draft.mode(person);
      case Mode.Closed _ -> {
        draft.notice("reopened", Map.of());
        draft.mode(person);
      }
      case Mode.Queued _, Mode.WithAgent _ -> {}
    }
  }

  private static void unlink(Draft draft, Contact contact) {
    var linked = draft.before().linked();
    if (linked.contains(contact)) {
      draft.notice("unlinked", Map.of("channel", contact.channel()));
      draft.state(Phrase.UNLINKED, Map.of("channel", name(List.of(contact))));
      draft.linked(linked.stream().filter(c -> !c.equals(contact)).toList());
    }
  }

  /** Agents hear of it before they write in vain. */
  private static void block(Draft draft, Contact contact) {
    if (draft.before().knows(contact)) {
      draft.notice("unreachable", Map.of("channel", contact.channel(), "why", "blocked"));
    }
  }

  /** What could not be sent meanwhile is not sent by itself: who knows whether it still holds. */
  private static void unblock(Draft draft, Contact contact) {
    if (draft.before().knows(contact)) {
      draft.notice("reachable", Map.of("channel", contact.channel()));
    }
  }

  private static void leave(Draft draft, ConversationId to) {
    draft.notice("moved", Map.of("to", to.value()));
    draft.linked(List.of());
    draft.complaints().leave();
    switch (draft.mode()) {
      case Mode.WithBot _, Mode.Queued _ ->
          draft.mode(new Mode.Continued(draft.now(), Optional.empty()));
      case Mode.WithAgent a -> draft.mode(new Mode.Continued(draft.now(), Optional.of(a)));
      case Mode.Closed _ -> {}
    }
  }
}
