package dev.sayonce.conversation;

import java.util.Optional;

/**
 * What the customer thinks of the case.
 *
 * @param score 0 to 10: how likely they are to recommend the company
 * @param why their reason in their words; empty until they were asked, and if they gave none
 */
public record Survey(int score, Optional<String> why) {}
