package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import java.util.Optional;

/** A thread's current conversation and its version; empty before the first event. */
public record Stored(Version version, Optional<Conversation> conversation) {

  static final Stored NOTHING = new Stored(Version.NONE, Optional.empty());
}
