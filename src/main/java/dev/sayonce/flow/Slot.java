package dev.sayonce.flow;

import dev.sayonce.flow.slot.SlotType;
import java.util.List;
import java.util.Optional;

/**
 * A named fact that a flow collects.
 *
 * @param title what people call it ("Order number"), shown on the handoff card
 * @param example a valid value, shown when the customer's answer did not fit
 * @param askedBy words besides the title by which people ask for it, in any language
 * @param pii true if the value is personal: masked in logs and notes
 * @param remember how long it is kept
 */
public record Slot(
    String name,
    LocalText title,
    SlotType type,
    Optional<String> example,
    List<String> askedBy,
    boolean pii,
    Remember remember) {

  private static final int LEAST_MASKED = 6;

  public Slot {
    askedBy = List.copyOf(askedBy);
  }

  /** The value as logs and notes may show it: of a personal one the last two characters. */
  public String masked(String value) {
    if (!pii) {
      return value;
    }
    return value.length() < LEAST_MASKED ? "•••" : "•••" + value.substring(value.length() - 2);
  }
}
