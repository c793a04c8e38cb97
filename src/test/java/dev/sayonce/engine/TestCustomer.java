package dev.sayonce.engine;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.flow.Language;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A customer with one contact, and the agents who talk with them: makes events of this moment. */
public record TestCustomer(Contact contact, Clock clock) {

  /** A customer whose page fetches what is said. */
  public static TestCustomer onTheWeb(Clock clock) {
    return new TestCustomer(new Contact("web", UUID.randomUUID().toString()), clock);
  }

  /** A customer to whom what is said must be pushed. */
  public static TestCustomer pushed(Clock clock) {
    return new TestCustomer(new Contact("test", UUID.randomUUID().toString()), clock);
  }

  public ThreadId thread() {
    return ThreadId.of(contact, TestEngine.PARTITIONS);
  }

  public static String newId() {
    return "test:" + UUID.randomUUID();
  }

  public Event.CustomerSaid says(String text) {
    return says(newId(), text);
  }

  public Event.CustomerSaid says(String id, String text) {
    return new Event.CustomerSaid(id, clock.instant(), contact, Optional.of(Language.EN), text);
  }

  public Event claimedBy(Agent agent, ConversationId conversation) {
    return new Event.AgentClaimed(newId(), clock.instant(), conversation, agent);
  }

  public Event repliedBy(Agent agent, ConversationId conversation, String text) {
    return new Event.AgentReplied(newId(), clock.instant(), conversation, agent, text);
  }

  public Event handedBackBy(Agent agent, ConversationId conversation) {
    return new Event.AgentHandedBack(newId(), clock.instant(), conversation, agent);
  }

  public Event resolvedBy(Agent agent, ConversationId conversation) {
    return new Event.AgentResolved(newId(), clock.instant(), conversation, agent);
  }
}
