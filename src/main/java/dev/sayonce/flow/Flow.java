package dev.sayonce.flow;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A process that the bot leads a customer through.
 *
 * @param id the file's name without its ending
 * @param title what people call the process, also the text of its button
 * @param phrases what customers write when they want it
 */
public record Flow(
    String id,
    LocalText title,
    Map<Language, List<String>> phrases,
    Map<String, Slot> slots,
    List<Step> steps) {

  /** The person flow: started whenever a customer asks for a human being. */
  public static final String PERSON = "person";

  public OptionalInt indexOf(String stepId) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().filter(stepId::equals).isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
