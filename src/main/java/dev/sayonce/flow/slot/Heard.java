package dev.sayonce.flow.slot;

import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * What a customer said, in which language, and when by the company's clock: all that a slot type
 * may go by.
 */
public record Heard(String words, Locale locale, ZonedDateTime at) {}
