package dev.sayonce.conversation;

import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened on a thread. The id makes committing it twice the same as committing it
 * once.
 */
public sealed interface Event {

  /**
   * Unique on its thread, scoped by its source: {@code web:<client id>}, {@code console:<client
   * id>}, {@code timer:…}.
   */
  String id();

  Instant at();

  /** Something that a customer did; unless it ends one it may begin a conversation. */
  sealed interface ByCustomer extends Event {
    Contact contact();

    /** The language that the page or the channel suggests for a new conversation. */
    Optional<Language> hint();

    /** The words in it that the bot may understand. */
    default Optional<String> heard() {
      return switch (this) {
        case CustomerSaid e -> Optional.of(e.text());
        case CustomerEdited e -> Optional.of(e.text());
        case CustomerSentFile e -> e.caption();
        case CustomerSentOther e -> e.caption();
        case CustomerChose _,
            CustomerSwitchedLanguage _,
            CustomerConsented _,
            CustomerIdentified _,
            CustomerEnded _,
            TurnFailed _ ->
            Optional.empty();
      };
    }
  }

  /** Something that an agent did in a conversation. */
  sealed interface ByAgent extends Event {
    Agent agent();

    ConversationId conversation();
  }

  /**
   * @param suggestion the answer or flow whose button said the words for the customer
   * @param quoted the earlier words that it answers
   */
  record CustomerSaid(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      String text,
      Optional<String> suggestion,
      Optional<String> quoted)
      implements ByCustomer {

    public CustomerSaid(
        String id,
        Instant at,
        Contact contact,
        Optional<Language> hint,
        String text,
        Optional<String> suggestion) {
      this(id, at, contact, hint, text, suggestion, Optional.empty());
    }

    /** Words that the customer wrote. */
    public CustomerSaid(
        String id, Instant at, Contact contact, Optional<Language> hint, String text) {
      this(id, at, contact, hint, text, Optional.empty());
    }
  }

  /**
   * The customer changed words that they had said before.
   *
   * @param original the line with those words, if that is known
   */
  record CustomerEdited(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      String text,
      Optional<Place> original)
      implements ByCustomer {

    /** A line: the conversation and the number in it. */
    public record Place(ConversationId conversation, int entry) {}
  }

  /**
   * The customer sent a file; its content is kept already.
   *
   * @param caption words that came with it
   * @param more true for all but the first of several sent together
   */
  record CustomerSentFile(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      Attachment file,
      Optional<String> caption,
      boolean more)
      implements ByCustomer {

    public CustomerSentFile(
        String id, Instant at, Contact contact, Optional<Language> hint, Attachment file) {
      this(id, at, contact, hint, file, Optional.empty(), false);
    }
  }

  /**
   * The customer sent something that is neither words nor a file that we have.
   *
   * @param kind sticker, location, venue, contact, poll, dice, unknown; {@code file-too-large} or
   *     {@code file-not-taken} for a file that could not be kept
   * @param text what can be said of it, perhaps nothing
   */
  record CustomerSentOther(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      String kind,
      String text,
      Optional<String> caption)
      implements ByCustomer {}

  /** The customer pressed the button {@code option} of the entry of that number. */
  record CustomerChose(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      ConversationId conversation,
      int entry,
      String option)
      implements ByCustomer {}

  record CustomerSwitchedLanguage(
      String id, Instant at, Contact contact, Optional<Language> hint, Language language)
      implements ByCustomer {}

  /** The customer accepted what the company asks them to accept before they write. */
  record CustomerConsented(String id, Instant at, Contact contact, Optional<Language> hint)
      implements ByCustomer {}

  /**
   * The customer proved who they are.
   *
   * @param facts what is known of them, by slot
   */
  record CustomerIdentified(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      Identity identity,
      Map<String, String> facts)
      implements ByCustomer {}

  /** The customer ended the talk; it begins none. */
  record CustomerEnded(String id, Instant at, Contact contact, Optional<Language> hint)
      implements ByCustomer {}

  /** Something about the contacts through which a customer is with a thread; it begins no talk. */
  sealed interface OfContacts extends Event {}

  /**
   * Contacts of the customer come to this thread from another, which is theirs alone.
   *
   * @param carried what their talk there brings along, empty if they had none
   */
  record ContactsLinked(
      String id, Instant at, List<Contact> contacts, ThreadId from, Optional<Carried> carried)
      implements OfContacts {}

  /** The contact no longer belongs to this thread. */
  record ContactUnlinked(String id, Instant at, Contact contact) implements OfContacts {}

  /** Nothing that is pushed to the contact arrives, for the customer wants it so. */
  record ContactBlocked(String id, Instant at, Contact contact) implements OfContacts {}

  /** What is pushed to the contact arrives again. */
  record ContactUnblocked(String id, Instant at, Contact contact) implements OfContacts {}

  /** The thread's customer goes on in that conversation of another thread. */
  record ThreadMoved(String id, Instant at, ConversationId to) implements OfContacts {}

  record AgentClaimed(String id, Instant at, ConversationId conversation, Agent agent)
      implements ByAgent {}

  record AgentReplied(String id, Instant at, ConversationId conversation, Agent agent, String text)
      implements ByAgent {}

  /** The agent sent a file to the customer; its content is kept already. */
  record AgentSentFile(
      String id, Instant at, ConversationId conversation, Agent agent, Attachment file)
      implements ByAgent {}

  record AgentNoted(String id, Instant at, ConversationId conversation, Agent agent, String text)
      implements ByAgent {}

  record AgentHandedBack(String id, Instant at, ConversationId conversation, Agent agent)
      implements ByAgent {}

  record AgentResolved(String id, Instant at, ConversationId conversation, Agent agent)
      implements ByAgent {}

  /**
   * The agent proposes how a complaint ends; the customer has the last word.
   *
   * @param number the complaint's
   */
  record AgentProposed(
      String id, Instant at, ConversationId conversation, Agent agent, String number, String text)
      implements ByAgent {}

  /**
   * The agent wants an action run.
   *
   * @param role what the agent is
   * @param values what it is given, by the names of its inputs
   * @param confirmed true if the customer has said yes to it
   * @param why in the agent's words
   */
  record AgentRan(
      String id,
      Instant at,
      ConversationId conversation,
      Agent agent,
      Runner role,
      String action,
      Map<String, String> values,
      boolean confirmed,
      String why)
      implements ByAgent {}

  /**
   * The agent decided on an action that a colleague may not have run alone.
   *
   * @param role what the agent is
   * @param entry the number of the line that asked for it
   */
  record AgentDecided(
      String id,
      Instant at,
      ConversationId conversation,
      Agent agent,
      Runner role,
      int entry,
      boolean approved,
      String why)
      implements ByAgent {}

  /** The agent knows what the question was about that the bot did not know. */
  record AgentToldAbout(
      String id, Instant at, ConversationId conversation, Agent agent, Intent intent)
      implements ByAgent {}

  /** An action came to its end. */
  sealed interface ActionEnded extends Event {

    /** The id of the end of a call: whatever is heard of it first is its end. */
    static String idOf(String call) {
      return "action:" + call;
    }

    ConversationId conversation();

    /** The id of the effect that carried it out. */
    String call();

    String action();
  }

  /**
   * @param told what the back end told: a group of values by the names of the action's outputs
   */
  record ActionSucceeded(
      String id, Instant at, ConversationId conversation, String call, String action, Object told)
      implements ActionEnded {}

  /**
   * @param reason what the back end or we say more closely, as a name: {@code already-sent}
   * @param uncertain true if it may have been done all the same
   */
  record ActionFailed(
      String id,
      Instant at,
      ConversationId conversation,
      String call,
      String action,
      Failure failure,
      String reason,
      boolean uncertain)
      implements ActionEnded {}

  /** Somebody was found who sees that complaint through. */
  record ComplaintOwned(
      String id, Instant at, ConversationId conversation, String number, Agent owner)
      implements Event {}

  /** A timer of the conversation went off; {@code due} is the time it was set to. */
  record TimerFired(String id, Instant at, ConversationId conversation, Timer timer, Instant due)
      implements Event {}

  /** An entry could not be delivered to a pushed contact and will not be tried again. */
  record DeliveryFailed(
      String id, Instant at, ConversationId conversation, int entry, String reason)
      implements Event {

    /** What the reason begins with where the customer can't be written to at all. */
    public static final String UNREACHABLE = "unreachable";
  }

  /**
   * An event whose turn kept failing, or that met a state nobody can read.
   *
   * @param words what the customer wrote in it, as it came
   * @param file what the customer sent with it
   */
  record TurnFailed(
      String id,
      Instant at,
      Contact contact,
      Optional<Language> hint,
      String words,
      Optional<Attachment> file,
      String reason)
      implements ByCustomer {

    public TurnFailed(
        String id,
        Instant at,
        Contact contact,
        Optional<Language> hint,
        String words,
        String reason) {
      this(id, at, contact, hint, words, Optional.empty(), reason);
    }
  }
}
