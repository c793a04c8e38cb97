package dev.sayonce.conversation;

import java.time.Instant;

/** An answer that the customer has already been given. */
public record Tried(Intent intent, Instant at) {}
