package dev.sayonce.conversation;

/** A person who answers, by id and by the name that the customer sees. */
public record Agent(String id, String name) {}
