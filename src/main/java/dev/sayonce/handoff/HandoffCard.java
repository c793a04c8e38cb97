package dev.sayonce.handoff;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Mode;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent needs to begin in ten seconds without asking anything again.
 *
 * @param waited from the wish for a person till one took over, or till now
 * @param question the customer's words that led here
 * @param slots everything learned
 * @param tried answers the customer was already given
 */
public record HandoffCard(
    Handoff.Reason reason,
    String detail,
    String team,
    Language language,
    Instant askedAt,
    Duration waited,
    String question,
    List<Fact> slots,
    List<Given> tried) {

  /** A slot with its value; {@code label} is the value as people say it. */
  public record Fact(
      String name, LocalText title, String value, Optional<LocalText> label, boolean pii) {}

  /** An answer or process with the time it was given. */
  public record Given(String id, LocalText title, Instant at) {}

  /** The card of a conversation; empty while the bot leads. */
  public static Optional<HandoffCard> of(Conversation conversation, FlowSet flows, Instant now) {
    return conversation.handoff().map(handoff -> of(conversation, handoff, flows, now));
  }

  private static HandoffCard of(Conversation c, Handoff handoff, FlowSet flows, Instant now) {
    return new HandoffCard(
        handoff.reason(),
        handoff.detail(),
        handoff.team(),
        c.language(),
        handoff.askedAt(),
        Duration.between(handoff.askedAt(), waitedUntil(c.mode(), now)),
        handoff.question(),
        facts(c.slots(), flows),
        c.tried().stream()
            .map(t -> new Given(t.intent().toString(), Titles.intent(t.intent(), flows), t.at()))
            .toList());
  }

  private static Instant waitedUntil(Mode mode, Instant now) {
    return switch (mode) {
      case Mode.WithAgent a -> a.claimedAt();
      case Mode.Closed c -> c.served().map(Mode.WithAgent::claimedAt).orElse(c.at());
      case Mode.Queued _, Mode.WithBot _ -> now;
    };
  }

  private static List<Fact> facts(Map<String, String> slots, FlowSet flows) {
    return slots.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> fact(e.getKey(), e.getValue(), flows))
        .toList();
  }

  /** One known fact. */
  public static Fact fact(String name, String value, FlowSet flows) {
    return new Fact(
        name,
        Titles.slot(name, flows),
        value,
        flows.label(name, value),
        flows.slot(name).map(Slot::pii).orElse(true));
  }
}
