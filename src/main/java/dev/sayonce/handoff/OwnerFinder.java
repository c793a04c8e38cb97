package dev.sayonce.handoff;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Effect.FindOwner;
import dev.sayonce.conversation.NoConversation;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.DeskView;
import dev.sayonce.engine.EffectHandler;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.handoff.OwnerPolicy.Candidate;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Agents;
import dev.sayonce.staff.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Finds somebody who sees a complaint through. Where there is nobody at all the next who takes the
 * case is its owner, and the search begins anew before the deadline.
 */
final class OwnerFinder implements EffectHandler {

  private final Agents agents;
  private final Workload workload;
  private final DeskView desk;
  private final FlowSets flows;
  private final ConversationEngine engine;
  private final Clock clock;

  OwnerFinder(
      Agents agents,
      Workload workload,
      DeskView desk,
      FlowSets flows,
      ConversationEngine engine,
      Clock clock) {
    this.agents = agents;
    this.workload = workload;
    this.desk = desk;
    this.flows = flows;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public boolean handles(Effect effect) {
    return effect instanceof FindOwner;
  }

  /** Whom an earlier attempt found stays the owner: the event is the same. */
  @Override
  public Mono<Outcome> carryOut(Effect effect, int attempt) {
    var find = (FindOwner) effect;
    return agents
        .all()
        .filter(account -> serves(account, find.team()))
        .collectList()
        .flatMap(team -> candidates(team, find.team()))
        .flatMap(found -> Mono.justOrEmpty(OwnerPolicy.choose(found)))
        .flatMap(owner -> tell(find, owner))
        .thenReturn(new Outcome.Done());
  }

  private boolean serves(Account account, String team) {
    return !account.disabled() && account.servedOf(teams()).contains(team);
  }

  private Set<String> teams() {
    return flows.active().company().teams().keySet();
  }

  private Mono<List<Candidate>> candidates(List<Account> team, String id) {
    var ids = team.stream().map(Account::id).toList();
    return workload
        .count(Set.of(), ids)
        .map(totals -> team.stream().map(a -> candidate(a, id, totals.held())).toList());
  }

  private Candidate candidate(Account account, String team, Map<String, Integer> held) {
    return new Candidate(
        new Agent(account.id(), account.name()),
        account.role() != Role.ADMIN && account.teams().contains(team),
        desk.desk().teamsByAgent().containsKey(account.id()),
        held.getOrDefault(account.id(), 0));
  }

  /** Who was erased meanwhile needs no owner. */
  private Mono<Void> tell(FindOwner find, Agent owner) {
    return engine
        .handle(find.conversation().thread(), find.owned(clock.instant(), owner))
        .onErrorResume(NoConversation.class, _ -> Mono.empty())
        .then();
  }
}
