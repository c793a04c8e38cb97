package dev.sayonce.conversation;

import java.util.Map;
import java.util.Set;

/**
 * Who is at the console at this moment: the ids of present agents, each with the teams they serve.
 */
public record Desk(Map<String, Set<String>> teamsByAgent) {

  public static final Desk EMPTY = new Desk(Map.of());

  boolean isPresent(Agent agent) {
    return teamsByAgent.containsKey(agent.id());
  }

  boolean isAnyoneIn(String team) {
    return teamsByAgent.values().stream().anyMatch(teams -> teams.contains(team));
  }
}
