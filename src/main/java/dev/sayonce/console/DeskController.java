package dev.sayonce.console;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Team;
import dev.sayonce.handoff.WaitingLine;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lies on an agent's desk: who waits for their teams, and what they have taken. */
@RestController
final class DeskController {

  /** The whole desk at one moment. */
  record Desk(List<Summary> waiting, List<Summary> mine, List<TeamLine> teams) {}

  record TeamLine(String id, LocalText title) {}

  private final WaitingLine line;
  private final ConversationStore store;
  private final FlowSets flows;
  private final Access access;
  private final int partitions;

  DeskController(
      WaitingLine line,
      ConversationStore store,
      FlowSets flows,
      Access access,
      RedisProperties redis) {
    this.line = line;
    this.store = store;
    this.flows = flows;
    this.access = access;
    this.partitions = redis.partitions();
  }

  @GetMapping("/console/api/desk")
  Mono<Desk> desk(@AuthenticationPrincipal SignedIn who) {
    return Mono.zip(waiting(who.account()), mine(who.account()), (w, m) -> new Desk(w, m, teams()));
  }

  private Mono<List<Summary>> waiting(Account account) {
    return Flux.fromIterable(flows.everyTeam())
        .filter(team -> access.serves(account, team))
        .concatMap(line::waiting)
        .flatMapSequential(this::summary)
        .filter(s -> s.status().equals("queued"))
        .sort(DeskController::inLine)
        .collectList();
  }

  private static int inLine(Summary a, Summary b) {
    return a.front() == b.front()
        ? a.waitingSince().orElse(a.beganAt()).compareTo(b.waitingSince().orElse(b.beganAt()))
        : Boolean.compare(b.front(), a.front());
  }

  private Mono<List<Summary>> mine(Account account) {
    return Flux.range(0, partitions)
        .flatMap(p -> store.heldBy(p, account.id()))
        .flatMap(this::summary)
        .filter(s -> s.status().equals("open"))
        .sort((a, b) -> a.beganAt().compareTo(b.beganAt()))
        .collectList();
  }

  private Mono<Summary> summary(ThreadId thread) {
    return store
        .load(thread)
        .flatMap(s -> Mono.justOrEmpty(s.conversation().map(c -> Summary.of(c, s.version()))))
        .onErrorComplete(e -> e instanceof IllegalStateException);
  }

  private List<TeamLine> teams() {
    return flows.active().company().teams().values().stream().map(DeskController::line).toList();
  }

  private static TeamLine line(Team team) {
    return new TeamLine(team.id(), team.title());
  }
}
