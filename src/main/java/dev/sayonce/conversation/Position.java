package dev.sayonce.conversation;

/** A step of a flow, by its index. */
public record Position(String flow, int step) {}
