package dev.sayonce.conversation;

/** Something to be done outside after the commit, at least once and in order per thread. */
public sealed interface Effect {

  /**
   * Unique on its thread; derived from the event, so that a second commit can't make a second
   * effect.
   */
  String id();

  /** Push the entry of that number to a contact that does not fetch by itself. */
  record Deliver(String id, Contact to, ConversationId conversation, Entry entry)
      implements Effect {}
}
