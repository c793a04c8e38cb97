package dev.sayonce.conversation;

import dev.sayonce.flow.Failure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Something to be done outside after the commit, at least once and in order per thread. */
public sealed interface Effect {

  /**
   * Unique on its thread; derived from the event, so that a second commit can't make a second
   * effect.
   */
  String id();

  /** Push the entry of that number to a contact that does not fetch by itself. */
  record Deliver(String id, Contact to, ConversationId conversation, Entry entry)
      implements Effect {

    /** Tells it from the other deliveries of the conversation; begins with the entry's number. */
    public String key() {
      return id.substring(conversation.value().length() + 1);
    }
  }

  /**
   * Have a back end do or tell something, as the catalogue of that flow set says.
   *
   * @param with what it is given, by the names of its inputs
   */
  record CallAction(
      String id,
      ConversationId conversation,
      String flowSet,
      String action,
      Map<String, Object> with,
      Actor by,
      Instant since)
      implements Effect {

    public CallAction {
      with = Map.copyOf(with);
    }

    /** The same with one more value. */
    public CallAction with(String input, Object value) {
      var more = new HashMap<>(with);
      more.put(input, value);
      return new CallAction(id, conversation, flowSet, action, more, by, since);
    }

    /** The end of it, with what the back end told. */
    public Event.ActionSucceeded succeeded(Instant at, Object told) {
      return new Event.ActionSucceeded(
          Event.ActionEnded.idOf(id), at, conversation, id, action, told);
    }

    /** The end of it, without. */
    public Event.ActionFailed failed(
        Instant at, Failure failure, String reason, boolean uncertain) {
      return new Event.ActionFailed(
          Event.ActionEnded.idOf(id), at, conversation, id, action, failure, reason, uncertain);
    }
  }

  /** Find somebody of the team who sees that complaint through. */
  record FindOwner(String id, ConversationId conversation, String number, String team)
      implements Effect {

    public Event.ComplaintOwned owned(Instant at, Agent owner) {
      return new Event.ComplaintOwned("found:" + id, at, conversation, number, owner);
    }
  }

  /** Lead the customer of the thread {@code from} into that conversation, for good. */
  record Join(String id, ThreadId from, ConversationId to) implements Effect {}
}
