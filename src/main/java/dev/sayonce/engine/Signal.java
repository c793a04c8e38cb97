package dev.sayonce.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sayonce.conversation.Agent;
import java.util.List;

/**
 * Something of this moment that is worth showing and not worth keeping. Nobody may count on hearing
 * one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Signal.CustomerTypes.class, name = "customer-types"),
  @JsonSubTypes.Type(value = Signal.AgentTypes.class, name = "agent-types"),
  @JsonSubTypes.Type(value = Signal.BotWorks.class, name = "bot-works"),
  @JsonSubTypes.Type(value = Signal.Looked.class, name = "looked"),
  @JsonSubTypes.Type(value = Signal.Delivered.class, name = "delivered"),
  @JsonSubTypes.Type(value = Signal.Erased.class, name = "erased")
})
public sealed interface Signal {

  /** The id of the conversation that it belongs to. */
  String conversation();

  /** The customer is writing. */
  record CustomerTypes(String conversation) implements Signal {}

  /**
   * An agent is writing.
   *
   * @param toCustomer true if it is a reply of the agent who has the conversation; notes and the
   *     drafts of others are for colleagues alone
   */
  record AgentTypes(String conversation, Agent agent, boolean toCustomer) implements Signal {}

  /** The bot waits for a back end and will say what comes of it. */
  record BotWorks(String conversation) implements Signal {}

  /**
   * Who has the conversation open at one gateway's consoles: all of them, none if the list is
   * empty.
   *
   * @param asks true if the gateway has just begun to look and wants to hear from the others
   */
  record Looked(String conversation, String gateway, List<Agent> agents, boolean asks)
      implements Signal {}

  /** The conversation was erased. */
  record Erased(String conversation) implements Signal {}

  /** The delivery of an entry stands otherwise than before. */
  record Delivered(String conversation, int entry, String state, String why) implements Signal {}
}
