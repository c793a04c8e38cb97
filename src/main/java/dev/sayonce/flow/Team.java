package dev.sayonce.flow;

/** People who take handed-over conversations together. */
public record Team(String id, LocalText title, Hours hours) {}
