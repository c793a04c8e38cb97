package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Desk;
import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.talk.Mock;
import dev.sayonce.flow.talk.Talk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds a talk: the flows, what knows their questions, the customer's language, the time
 * and who is at the desk.
 */
public record Scene(
    FlowSet flows,
    Understander understander,
    Language language,
    Instant begins,
    Desk desk,
    Map<String, List<Mock>> mocks) {

  private static final LocalDateTime USUAL = LocalDateTime.of(2026, 5, 4, 10, 0);

  /** A usual working day with somebody there for every team. */
  public static Scene usual(FlowSet flows, Understander understander, Language language) {
    return new Scene(
        flows,
        understander,
        language,
        usualTime(flows),
        desk(flows.company().teams().keySet()),
        Map.of());
  }

  static Scene of(Talk talk, FlowSet flows, Understander understander) {
    return new Scene(
        flows,
        understander,
        talk.language(),
        talk.clock().orElseGet(() -> usualTime(flows)),
        desk(talk.desk().orElseGet(() -> flows.company().teams().keySet())),
        talk.mocks());
  }

  private static Desk desk(Set<String> teams) {
    return teams.isEmpty() ? Desk.EMPTY : new Desk(Map.of("rehearsal", Set.copyOf(teams)));
  }

  /** Monday at ten in the zone of the company's first team. */
  private static Instant usualTime(FlowSet flows) {
    ZoneId zone = flows.company().team("").hours().zone();
    return USUAL.atZone(zone).toInstant();
  }
}
