package dev.sayonce.conversation;

import dev.sayonce.flow.Runner;
import java.util.Map;

/** Who has an action run. */
public sealed interface Actor {

  /** The bot, at a step of a flow. */
  record Bot() implements Actor {}

  /**
   * An agent, from the console.
   *
   * @param role what the agent was when they ran it
   */
  record ByAgent(Agent agent, Runner role) implements Actor {}

  /**
   * An agent, with the word of somebody who may do more.
   *
   * @param role what the approver was when they gave their word
   */
  record Approved(Agent agent, Agent approver, Runner role) implements Actor {}

  /** As what the catalogue looks at them. */
  default Runner runner() {
    return switch (this) {
      case Bot _ -> Runner.BOT;
      case ByAgent(_, var role) -> role;
      case Approved(_, _, var role) -> role;
    };
  }

  /** Writes down who it was; of the bot nothing, for the rest goes without saying. */
  default void describe(Map<String, String> details) {
    switch (this) {
      case Bot _ -> {}
      case ByAgent(var agent, var role) -> {
        details.put("by", agent.name());
        details.put("agent", agent.id());
        details.put("role", role.word());
      }
      case Approved(var agent, var approver, var role) -> {
        details.put("by", agent.name());
        details.put("agent", agent.id());
        details.put("approvedBy", approver.name());
        details.put("approver", approver.id());
        details.put("role", role.word());
      }
    }
  }
}
