package dev.sayonce.conversation;

/** What a conversation may be waiting for. Setting one again replaces it. */
public enum Timer {
  /** The customer owes us an answer: ask once whether they are still there. */
  REMIND,
  /** The customer stayed silent after the reminder: put the case aside. */
  ABANDON,
  /** The customer waits for an agent's answer: see whether the agent is still there. */
  AGENT_SILENT,
  /** A back end has not answered yet: tell the customer that it takes a while. */
  STILL_CHECKING,
  /** A back end has not answered for too long: let a person go on. */
  OUT_OF_PATIENCE,
  /** A complaint nears its deadline, or waits for the customer's word: see to it. */
  COMPLAINT
}
