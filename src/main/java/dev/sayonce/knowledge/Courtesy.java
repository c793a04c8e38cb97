package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes the greeting off a message: what follows "Good morning, I have a question" is what counts.
 */
record Courtesy(List<String> greetings) {

  static final Intent GREETING = Intent.answer("greeting");

  static Courtesy in(List<Example> examples) {
    return new Courtesy(
        examples.stream()
            .filter(e -> e.intent().equals(GREETING))
            .map(e -> Words.normal(e.text()))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** What follows the longest greeting that the message begins with; empty if nothing does. */
  Optional<String> rest(String normal) {
    return greetings.stream()
        .filter(greeting -> normal.startsWith(greeting + " "))
        .map(greeting -> normal.substring(greeting.length() + 1))
        .findFirst();
  }
}
