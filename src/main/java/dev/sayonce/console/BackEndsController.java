package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.action.BackEndBoard;
import dev.sayonce.action.BackEndState;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Service;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the back ends of the catalogue look, from every gateway; for those who answer for it. */
@RestController
final class BackEndsController {

  /**
   * A back end.
   *
   * @param actions what is asked of it, by title
   * @param seen from the gateways that have asked it since they started
   */
  record Line(String id, List<LocalText> actions, List<View> seen) {}

  /**
   * From one gateway.
   *
   * @param line {@code asked}, {@code resting} or {@code tried}
   * @param calls how many of the last requests count
   * @param failed how many of them failed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(String gateway, String line, int calls, int failed, int underWay, int room) {}

  private final FlowSets flows;
  private final BackEndBoard board;

  BackEndsController(FlowSets flows, BackEndBoard board) {
    this.flows = flows;
    this.board = board;
  }

  @GetMapping("/console/api/back-ends")
  Mono<List<Line>> backEnds() {
    var actions = flows.active().actions();
    return board
        .seen()
        .collectList()
        .map(
            seen ->
                actions.services().values().stream()
                    .map(service -> line(service, titles(service), seen))
                    .toList());
  }

  private List<LocalText> titles(Service service) {
    return flows.active().actions().byId().values().stream()
        .filter(action -> action.service().equals(service.id()))
        .map(Action::title)
        .toList();
  }

  private static Line line(Service service, List<LocalText> actions, List<BackEndBoard.Seen> seen) {
    return new Line(
        service.id(), actions, seen.stream().flatMap(from -> views(service, from)).toList());
  }

  private static Stream<View> views(Service service, BackEndBoard.Seen from) {
    return from.states().stream()
        .filter(state -> state.id().equals(service.id()))
        .map(state -> view(from.host(), state));
  }

  private static View view(String gateway, BackEndState state) {
    return new View(
        gateway,
        state.line().name().toLowerCase(Locale.ROOT),
        state.calls(),
        state.failed(),
        state.underWay(),
        state.room());
  }
}
