package dev.sayonce.staff;

import dev.sayonce.conversation.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Who was at which gateway's consoles when Redis was asked. */
record PresentAgents(List<Seen> seen) {

  static final PresentAgents NONE = new PresentAgents(List.of());

  /** Somebody's presence at one gateway. */
  record Seen(Account account, String gateway) {}

  /** Reads the reply of {@code beat_presence}: members and accounts by turns. */
  static PresentAgents of(List<Object> reply) {
    return new PresentAgents(
        IntStream.range(0, reply.size() / 2)
            .mapToObj(i -> seen(reply.get(2 * i).toString(), reply.get(2 * i + 1).toString()))
            .filter(one -> !one.account().disabled())
            .toList());
  }

  private static Seen seen(String member, String json) {
    return new Seen(AgentStore.read(json), member.substring(member.lastIndexOf('@') + 1));
  }

  /** As a gateway sees it, which about its own consoles knows better than Redis. */
  Desk desk(Set<String> allTeams, String gateway, Set<String> atGateway) {
    var teams = new HashMap<String, Set<String>>();
    for (var one : seen) {
      var account = one.account();
      if (!one.gateway().equals(gateway) || atGateway.contains(account.id())) {
        teams.put(account.id(), account.servedOf(allTeams));
      }
    }
    return new Desk(Map.copyOf(teams));
  }
}
