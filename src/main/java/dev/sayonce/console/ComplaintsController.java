package dev.sayonce.console;

import dev.sayonce.conversation.Event;
import dev.sayonce.engine.ComplaintStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Shelf;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.SignedIn;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The complaints that are open, and the outcomes that agents propose. */
@RestController
final class ComplaintsController {

  private static final int MOST = 500;
  private static final int LONGEST_OUTCOME = 2_000;

  /** The conversations with an open complaint, the most urgent first. */
  record Page(List<Summary> summaries) {}

  /** What the page sends: an id of its own making, which complaint, and how it should end. */
  record Proposal(Optional<String> id, Optional<String> number, Optional<String> text) {}

  private final AgentDoings doings;
  private final ComplaintStore complaints;
  private final Summaries summaries;
  private final FlowSets flows;
  private final Access access;

  ComplaintsController(
      AgentDoings doings,
      ComplaintStore complaints,
      Summaries summaries,
      FlowSets flows,
      Access access) {
    this.doings = doings;
    this.complaints = complaints;
    this.summaries = summaries;
    this.flows = flows;
    this.access = access;
  }

  @GetMapping("/console/api/lists/complaints")
  Mono<Page> list(@AuthenticationPrincipal SignedIn who) {
    var teams =
        flows.everyTeam().stream().filter(team -> access.serves(who.account(), team)).toList();
    return complaints
        .open(teams, MOST)
        .flatMapMany(
            threads -> summaries.of(threads, EnumSet.allOf(Shelf.Kind.class), who.account()))
        .collectList()
        .map(Page::new);
  }

  @PostMapping("/console/api/conversations/{id}/propose")
  Mono<AgentDoings.Done> propose(
      @PathVariable String id, @RequestBody Proposal body, @AuthenticationPrincipal SignedIn who) {
    var doing = new AgentDoings.Doing(body.id(), body.text());
    var text = AgentDoings.text(doing);
    if (text.length() > LONGEST_OUTCOME) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-long",
          "At most %d characters.".formatted(LONGEST_OUTCOME));
    }
    var number = body.number().orElse("");
    return doings.perform(
        id,
        doing,
        who,
        (event, at, c, agent) -> new Event.AgentProposed(event, at, c, agent, number, text));
  }
}
