package dev.sayonce.conversation;

/** An event came for a thread that has no conversation, and it is none that begins one. */
public final class NoConversation extends RuntimeException {

  NoConversation(ThreadId thread, Event event) {
    super("No conversation on %s for %s".formatted(thread, event.id()));
  }
}
