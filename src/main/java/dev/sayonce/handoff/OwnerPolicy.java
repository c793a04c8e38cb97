package dev.sayonce.handoff;

import dev.sayonce.conversation.Agent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who sees a complaint through: somebody of the team who is at work and has least to do. With
 * nobody at work it is somebody of the team all the same, for a customer needs a name. Who is there
 * for every team only steps in where the team has nobody of its own.
 */
final class OwnerPolicy {

  /**
   * Somebody who might.
   *
   * @param ofTheTeam false for those who are there for every team
   * @param load how many conversations they have
   */
  record Candidate(Agent agent, boolean ofTheTeam, boolean present, int load) {}

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::present)
          .reversed()
          .thenComparing(Comparator.comparing(Candidate::ofTheTeam).reversed())
          .thenComparingInt(Candidate::load)
          .thenComparing(c -> c.agent().name())
          .thenComparing(c -> c.agent().id());

  private OwnerPolicy() {}

  /** Empty if there is nobody at all. */
  static Optional<Agent> choose(Collection<Candidate> candidates) {
    return candidates.stream().min(BEST_FIRST).map(Candidate::agent);
  }
}
