package dev.sayonce.flow;

/**
 * A reply that agents have at hand, in every language of the company.
 *
 * @param title what agents look for it by
 * @param text what the customer reads; {@code {agent}}, {@code {company}}, {@code {customer}} and
 *     the names of slots stand for what is known when it is sent
 */
public record Canned(String id, LocalText title, LocalText text) {}
