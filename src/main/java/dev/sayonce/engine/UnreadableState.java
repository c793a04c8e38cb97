package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;

/** The stored state of a thread can't be decoded; its transcript can. */
public final class UnreadableState extends IllegalStateException {

  private final transient ThreadId thread;
  private final transient Version version;
  private final String state;

  UnreadableState(ThreadId thread, Version version, String state, Throwable cause) {
    super("The state of %s at %s can't be read".formatted(thread, version), cause);
    this.thread = thread;
    this.version = version;
    this.state = state;
  }

  public ThreadId thread() {
    return thread;
  }

  public Version version() {
    return version;
  }

  String state() {
    return state;
  }
}
