package dev.sayonce.handoff;

import dev.sayonce.engine.Places;
import dev.sayonce.engine.Shelf;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much there is to do, counted in Redis at once: one script for each partition. */
public final class Workload {

  private static final Script COUNT = Script.named("count_places");

  private final Redis redis;
  private final int partitions;

  public Workload(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /** A team's waiting line. */
  public record Waiting(int count, Optional<Instant> longestSince) {

    static final Waiting NOBODY = new Waiting(0, Optional.empty());

    /** Both lines taken together. */
    public Waiting and(Waiting other) {
      return new Waiting(
          count + other.count,
          Stream.of(longestSince, other.longestSince)
              .flatMap(Optional::stream)
              .min(Instant::compareTo));
    }
  }

  /**
   * Everything at one moment.
   *
   * @param waiting by team
   * @param open conversations with an agent, by team
   * @param held conversations that an agent has, by the agent's id
   * @param bot conversations that the bot leads
   */
  public record Totals(
      Map<String, Waiting> waiting, Map<String, Integer> open, Map<String, Integer> held, int bot) {

    static final Totals NOTHING = new Totals(Map.of(), Map.of(), Map.of(), 0);

    Totals and(Totals other) {
      return new Totals(
          sum(waiting, other.waiting, Waiting::and),
          sum(open, other.open, Integer::sum),
          sum(held, other.held, Integer::sum),
          bot + other.bot);
    }

    private static <V> Map<String, V> sum(
        Map<String, V> a, Map<String, V> b, java.util.function.BinaryOperator<V> add) {
      var both = new HashMap<>(a);
      b.forEach((key, value) -> both.merge(key, value, add));
      return both;
    }
  }

  /** Counts for these teams and agents. */
  public Mono<Totals> count(Collection<String> teams, Collection<String> agents) {
    return Flux.range(0, partitions)
        .flatMap(p -> count(p, List.copyOf(teams), List.copyOf(agents)), Integer.MAX_VALUE)
        .reduce(Totals.NOTHING, Totals::and);
  }

  private Mono<Totals> count(int partition, List<String> teams, List<String> agents) {
    var keys = new ArrayList<String>();
    teams.forEach(t -> keys.add(RedisKeys.queue(partition, t)));
    teams.forEach(t -> keys.add(Shelf.of(Shelf.Kind.OPEN, t).key(partition)));
    agents.forEach(a -> keys.add(RedisKeys.agent(partition, a)));
    keys.add(Shelf.BOT.key(partition));
    var args = List.of(Integer.toString(teams.size()), Long.toString(Places.FIRST_NORMAL_RANK));
    return redis.run(COUNT, keys, args).map(reply -> totals(reply.iterator(), teams, agents));
  }

  private static Totals totals(Iterator<Object> reply, List<String> teams, List<String> agents) {
    var waiting = new HashMap<String, Waiting>();
    var open = new HashMap<String, Integer>();
    var held = new HashMap<String, Integer>();
    teams.forEach(t -> waiting.put(t, waiting(reply)));
    teams.forEach(t -> open.put(t, number(reply)));
    agents.forEach(a -> held.put(a, number(reply)));
    return new Totals(waiting, open, held, number(reply));
  }

  private static Waiting waiting(Iterator<Object> reply) {
    return new Waiting(number(reply), Optional.empty())
        .and(new Waiting(0, since(reply)))
        .and(new Waiting(0, since(reply)));
  }

  private static int number(Iterator<Object> reply) {
    return ((Long) reply.next()).intValue();
  }

  private static Optional<Instant> since(Iterator<Object> reply) {
    var rank = reply.next().toString();
    return rank.isEmpty()
        ? Optional.empty()
        : Optional.of(Places.since((long) Double.parseDouble(rank)));
  }
}
