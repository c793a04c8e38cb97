package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.handoff.Workload.Totals;
import dev.sayonce.handoff.Workload.Waiting;
import dev.sayonce.staff.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that an agent always has in sight, of what they may see.
 *
 * @param open led by any agent
 * @param mine led by this one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Counts(int waiting, Optional<Instant> longestWaitSince, int mine, int open, int bot) {

  static Counts of(Totals totals, Account account, Access access) {
    var line =
        totals.waiting().entrySet().stream()
            .filter(e -> access.serves(account, e.getKey()))
            .map(Map.Entry::getValue)
            .reduce(new Waiting(0, Optional.empty()), Waiting::and);
    int open =
        totals.open().entrySet().stream()
            .filter(e -> access.serves(account, e.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Counts(
        line.count(),
        line.longestSince(),
        totals.held().getOrDefault(account.id(), 0),
        open,
        totals.bot());
  }
}
