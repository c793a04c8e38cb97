package dev.sayonce.console;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Mode;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Shelf;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Role;
import dev.sayonce.staff.TeamNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which conversations an agent may see: those of their teams, their own, and what the bot still
 * leads; supervisors and admins all. A customer has one history: who may see the present case may
 * look up the earlier ones, whichever team had them.
 */
@Component
final class Access {

  private final TeamNames teams;
  private final FlowSets flows;

  Access(TeamNames teams, FlowSets flows) {
    this.teams = teams;
    this.flows = flows;
  }

  boolean maySee(Account account, Conversation conversation) {
    return isTheirs(account, conversation)
        || ownsComplaint(account, conversation)
        || conversation.handoff().map(handoff -> serves(account, handoff.team())).orElse(true);
  }

  /** A team that is gone has nobody of its own: its cases are everybody's. */
  boolean serves(Account account, String team) {
    var all = teams.all();
    return account.role() != Role.AGENT
        || !all.contains(team)
        || account.servedOf(all).contains(team);
  }

  /** Where the conversations stand that the agent may see because of their teams or of the bot. */
  List<Shelf> shelves(Account account, Set<Shelf.Kind> kinds) {
    var served = flows.everyTeam().stream().filter(team -> serves(account, team)).toList();
    return kinds.stream()
        .flatMap(
            kind ->
                switch (kind) {
                  case BOT -> Stream.of(Shelf.BOT);
                  case QUEUED, OPEN -> served.stream().map(team -> Shelf.of(kind, team));
                  case CLOSED ->
                      Stream.concat(
                          Stream.of(Shelf.CLOSED_BY_BOT),
                          served.stream().map(team -> Shelf.of(kind, team)));
                })
        .toList();
  }

  private static boolean ownsComplaint(Account account, Conversation conversation) {
    return conversation.complaints().stream()
        .flatMap(c -> c.owner().stream())
        .anyMatch(owner -> owner.id().equals(account.id()));
  }

  private static boolean isTheirs(Account account, Conversation conversation) {
    return switch (conversation.mode()) {
      case Mode.WithAgent a -> a.agent().id().equals(account.id());
      case Mode.Closed c -> c.served().filter(s -> s.agent().id().equals(account.id())).isPresent();
      case Mode.WithBot _, Mode.Queued _ -> false;
    };
  }
}
