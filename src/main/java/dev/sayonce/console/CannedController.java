package dev.sayonce.console;

import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Canned;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The replies that agents have at hand, those of the active files. */
@RestController
final class CannedController {

  private final FlowSets flows;

  CannedController(FlowSets flows) {
    this.flows = flows;
  }

  @GetMapping("/console/api/canned")
  List<Canned> canned() {
    return flows.active().canned();
  }
}
