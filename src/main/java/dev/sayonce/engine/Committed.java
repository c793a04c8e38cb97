package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.ThreadId;
import java.util.List;

/** A turn that has become true, as told to whoever looks on. */
public record Committed(
    ThreadId thread, Version version, Conversation conversation, List<Entry> entries) {}
