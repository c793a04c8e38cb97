package dev.sayonce.flow;

import java.util.List;
import java.util.Optional;

/**
 * A named fact that a flow collects.
 *
 * @param title what people call it ("Order number"), shown on the handoff card
 * @param example a valid value, shown when the customer's answer did not fit
 * @param askedBy words besides the title by which people ask for it, in any language
 * @param pii true if the value is personal: masked in logs
 */
public record Slot(
    String name,
    LocalText title,
    SlotType type,
    Optional<String> example,
    List<String> askedBy,
    boolean pii) {

  public Slot {
    askedBy = List.copyOf(askedBy);
  }
}
