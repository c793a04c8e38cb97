package dev.sayonce.engine;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was done with actions, over all partitions, the newest first. */
public final class AuditStore {

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-(\\d{1,10})_(\\d{1,4})");

  private final Redis redis;
  private final int partitions;

  AuditStore(Redis redis, int partitions) {
    this.redis = redis;
    this.partitions = partitions;
  }

  /** Where a line stands; the order of all lines is strict. */
  public record Place(long at, long more, int partition) {

    static final Comparator<Place> NEWEST_FIRST =
        Comparator.comparingLong(Place::at)
            .thenComparingLong(Place::more)
            .thenComparingInt(Place::partition)
            .reversed();

    /** As pages carry it. */
    public String cursor() {
      return at + "-" + more + "_" + partition;
    }

    /** The inverse of {@link #cursor}; empty if it is none. */
    public static Optional<Place> parse(String cursor) {
      var found = CURSOR.matcher(cursor);
      return found.matches()
          ? Optional.of(
              new Place(
                  Long.parseLong(found.group(1)),
                  Long.parseLong(found.group(2)),
                  Integer.parseInt(found.group(3))))
          : Optional.empty();
    }

    private String id() {
      return at + "-" + more;
    }
  }

  /** A line and where it stands. */
  public record Placed(Place place, AuditLine line) {}

  /**
   * The newest lines below {@code before}.
   *
   * @param people true for what agents had done and decided, false for what the bot did
   */
  public Mono<List<Placed>> newest(boolean people, Optional<Place> before, int limit) {
    return Flux.range(0, partitions)
        .flatMap(p -> newest(p, people, before, limit), Integer.MAX_VALUE)
        .sort(Comparator.comparing(Placed::place, Place.NEWEST_FIRST))
        .take(limit)
        .collectList();
  }

  private Flux<Placed> newest(int partition, boolean people, Optional<Place> before, int limit) {
    var top =
        before
            .map(
                b ->
                    partition < b.partition()
                        ? Range.Boundary.including(b.id())
                        : Range.Boundary.excluding(b.id()))
            .orElseGet(Range.Boundary::unbounded);
    return redis
        .commands()
        .xrevrange(
            RedisKeys.audit(partition, people),
            Range.from(Range.Boundary.unbounded(), top),
            Limit.from(limit))
        .map(message -> placed(partition, message));
  }

  private static Placed placed(int partition, StreamMessage<String, String> message) {
    var id = message.getId().split("-");
    var place = new Place(Long.parseLong(id[0]), Long.parseLong(id[1]), partition);
    return new Placed(place, StateJson.readAuditLine(message.getBody().getOrDefault("line", "{}")));
  }
}
