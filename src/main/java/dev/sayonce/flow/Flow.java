package dev.sayonce.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A process that the bot leads a customer through.
 *
 * @param id the file's name without its ending
 * @param title what people call the process, also the text of its button
 * @param ask the wish in a customer's own words, as a button that says it for them
 * @param phrases what customers write when they want it
 */
public record Flow(
    String id,
    LocalText title,
    Optional<LocalText> ask,
    Map<Language, List<String>> phrases,
    Map<String, Slot> slots,
    List<Step> steps) {

  /** The person flow: started whenever a customer asks for a human being. */
  public static final String PERSON = "person";

  /** The complaint flow: started whenever a customer complains. */
  public static final String COMPLAINT = "complaint";

  /** The same with other phrases. */
  public Flow askedBy(Map<Language, List<String>> others) {
    return new Flow(id, title, ask, others, slots, steps);
  }

  public OptionalInt indexOf(String stepId) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().filter(stepId::equals).isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
