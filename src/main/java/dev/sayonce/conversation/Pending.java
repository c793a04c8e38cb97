package dev.sayonce.conversation;

import java.time.Instant;

/**
 * An action under way, of which nothing has been heard yet.
 *
 * @param call the id of the effect that carries it out
 */
public record Pending(String call, String action, Actor by, Instant since) {}
