package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.flow.LocalText;
import dev.sayonce.handoff.HandoffCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A handoff card as the console's API writes it; {@code waited} in seconds. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CardLine(
    String reason,
    String detail,
    String team,
    String language,
    Instant askedAt,
    long waited,
    String question,
    List<Slot> slots,
    List<HandoffCard.Given> tried) {

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Slot(String name, LocalText title, String value, Optional<LocalText> label, boolean pii) {

    static Slot of(HandoffCard.Fact fact) {
      return new Slot(fact.name(), fact.title(), fact.value(), fact.label(), fact.pii());
    }
  }

  static CardLine of(HandoffCard card) {
    return new CardLine(
        card.reason().word(),
        card.detail(),
        card.team(),
        card.language().code(),
        card.askedAt(),
        card.waited().toSeconds(),
        card.question(),
        card.slots().stream().map(Slot::of).toList(),
        card.tried());
  }
}
