package dev.sayonce.flow.talk;

import dev.sayonce.flow.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One test of an author: a customer's side of a talk and what is expected of ours, line by line.
 *
 * @param file where it stands, relative to the folder of flows
 * @param line where it begins in the file, from 1
 * @param language of the page that the customer writes from
 * @param clock when it begins; empty: on a usual working day
 * @param desk the teams that somebody is there for; empty: all
 * @param mocks what calls bring, by the action's name, one after the other; the last stays
 */
public record Talk(
    String name,
    String file,
    int line,
    Language language,
    Optional<Instant> clock,
    Optional<Set<String>> desk,
    Map<String, List<Mock>> mocks,
    List<Line> lines) {

  public Talk {
    mocks = Map.copyOf(mocks);
    lines = List.copyOf(lines);
  }
}
