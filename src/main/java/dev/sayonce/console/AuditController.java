package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.engine.AuditLine;
import dev.sayonce.engine.AuditStore;
import dev.sayonce.engine.AuditStore.Place;
import dev.sayonce.engine.AuditStore.Placed;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.FlowSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who did what with actions, page by page, the newest first; for those who answer for it. */
@RestController
final class AuditController {

  private static final int PAGE = 50;

  /** A part of it; {@code next} is where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<Row> lines, Optional<String> next) {}

  /** One thing that was done: {@code n} is the line of the conversation that says the same. */
  record Row(Instant at, String conversation, int n, String what, Map<String, Object> details) {

    static Row of(AuditLine line, FlowSet flows) {
      return new Row(
          Instant.ofEpochMilli(line.at()),
          line.conversation().value(),
          line.entry(),
          line.what(),
          Notices.notice(line.what(), line.details(), flows));
    }
  }

  private final AuditStore store;
  private final FlowSets flows;

  AuditController(AuditStore store, FlowSets flows) {
    this.store = store;
    this.flows = flows;
  }

  @GetMapping("/console/api/audit")
  Mono<Page> audit(
      @RequestParam(defaultValue = "people") String of, @RequestParam Optional<String> before) {
    return store.newest(!of.equals("bot"), place(before), PAGE + 1).map(this::page);
  }

  private static Optional<Place> place(Optional<String> before) {
    return before.filter(b -> !b.isEmpty()).map(b -> Place.parse(b).orElseThrow(Cursors::none));
  }

  private Page page(List<Placed> found) {
    var here = found.subList(0, Math.min(PAGE, found.size()));
    var next =
        found.size() > PAGE
            ? Optional.of(here.getLast().place().cursor())
            : Optional.<String>empty();
    return new Page(
        here.stream().map(Placed::line).map(line -> Row.of(line, flows.active())).toList(), next);
  }
}
