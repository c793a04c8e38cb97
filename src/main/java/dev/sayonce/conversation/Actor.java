package dev.sayonce.conversation;

import dev.sayonce.flow.Runner;

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

  /** As what the catalogue looks at them. */
  default Runner runner() {
    return switch (this) {
      case Bot _ -> Runner.BOT;
      case ByAgent(_, var role) -> role;
    };
  }
}
