package dev.sayonce.flow;

/** How long a fact is kept. */
public enum Remember {
  /** For this case. */
  CONVERSATION,
  /** For the customer: later cases know it too. */
  CUSTOMER
}
