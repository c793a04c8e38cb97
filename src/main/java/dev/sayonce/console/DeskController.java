package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Shelf;
import dev.sayonce.handoff.WaitingLine;
import dev.sayonce.handoff.Workload;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Role;
import dev.sayonce.staff.SignedIn;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lies on an agent's desk: who waits for their teams, and what they have taken. */
@RestController
final class DeskController {

  /** The whole desk at one moment. */
  record Desk(
      List<Summary> waiting,
      List<Summary> mine,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Summary> approvals,
      Counts counts,
      @JsonUnwrapped CompanyLine company) {}

  private final WaitingLine line;
  private final ConversationStore store;
  private final Summaries summaries;
  private final FlowSets flows;
  private final Access access;
  private final Workload workload;
  private final FilesProperties files;
  private final int partitions;

  DeskController(
      WaitingLine line,
      ConversationStore store,
      Summaries summaries,
      FlowSets flows,
      Access access,
      Workload workload,
      FilesProperties files,
      RedisProperties redis) {
    this.line = line;
    this.store = store;
    this.summaries = summaries;
    this.flows = flows;
    this.access = access;
    this.workload = workload;
    this.files = files;
    this.partitions = redis.partitions();
  }

  @GetMapping("/console/api/desk")
  Mono<Desk> desk(@AuthenticationPrincipal SignedIn who) {
    var account = who.account();
    return Mono.zip(waiting(account), mine(account), approvals(account), counts(account))
        .map(all -> new Desk(all.getT1(), all.getT2(), all.getT3(), all.getT4(), company()));
  }

  private Mono<Counts> counts(Account account) {
    return workload
        .count(flows.everyTeam(), Set.of(account.id()))
        .map(totals -> Counts.of(totals, account, access));
  }

  private Mono<List<Summary>> waiting(Account account) {
    return Flux.fromIterable(flows.everyTeam())
        .filter(team -> access.serves(account, team))
        .flatMap(line::waiting)
        .collectList()
        .flatMapMany(threads -> summaries.of(threads, Set.of(Shelf.Kind.QUEUED), account))
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
        .collectList()
        .flatMapMany(threads -> summaries.of(threads, Set.of(Shelf.Kind.OPEN), account))
        .sort((a, b) -> a.beganAt().compareTo(b.beganAt()))
        .collectList();
  }

  /** Where a word is asked for that only those above agents can give. */
  private Mono<List<Summary>> approvals(Account account) {
    return Flux.range(0, account.role() == Role.AGENT ? 0 : partitions)
        .flatMap(store::awaitingApproval)
        .collectList()
        .flatMapMany(threads -> summaries.of(threads, Set.of(Shelf.Kind.values()), account))
        .filter(summary -> !summary.approvals().isEmpty())
        .collectList();
  }

  private CompanyLine company() {
    return CompanyLine.of(flows.active(), files);
  }
}
