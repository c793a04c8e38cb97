package dev.sayonce.learning;

import java.util.List;

/**
 * All accepted examples at one moment, in the order in which they were accepted.
 *
 * @param number grows with every change, and begins anew where Redis does
 */
public record Lesson(long number, List<Learned> examples) {

  static final Lesson NONE = new Lesson(0, List.of());

  public Lesson {
    examples = List.copyOf(examples);
  }
}
