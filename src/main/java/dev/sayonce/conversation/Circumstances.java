package dev.sayonce.conversation;

import dev.sayonce.flow.FlowSet;

/** What a turn may look at besides the conversation and the event. */
public record Circumstances(FlowSet flows, Understanding understanding, Desk desk) {}
