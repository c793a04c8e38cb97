package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ThreadId;
import java.util.Optional;

/**
 * A thread's current conversation and its version; empty before the first event.
 *
 * @param movedTo the thread that its customer goes on in, once they do
 */
public record Stored(
    Version version, Optional<Conversation> conversation, Optional<ThreadId> movedTo) {

  public static final Stored NOTHING = new Stored(Version.NONE, Optional.empty());

  Stored(Version version, Optional<Conversation> conversation) {
    this(version, conversation, Optional.empty());
  }
}
