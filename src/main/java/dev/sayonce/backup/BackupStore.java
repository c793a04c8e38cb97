package dev.sayonce.backup;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All that Redis keeps, piece by piece. What belongs to a thread is read at one moment, so a thread
 * is whole even while gateways go on working; two threads may be read at different ones.
 */
final class BackupStore {

  private static final Script READ_THREAD = Script.named("read_thread");

  /** Of a gateway that runs, of seconds and minutes, or worth nothing elsewhere. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "\\{p\\d\\d}:(lease|uploads:.*|failures:.*|codes:.*)"
              + "|\\{telegram}:(lease|bot|sent|flooded|chat|places):.*"
              + "|\\{staff}:(present|attempts:.*|session:.*)|files:swept|back-ends");

  private static final Pattern THREAD = Pattern.compile("\\{p\\d\\d}:thread:(.+)");

  /** Read with their thread. */
  private static final Pattern OF_THREAD =
      Pattern.compile(
          "\\{p\\d\\d}:(thread|cases|seen|outbox|attempts|calls|calling|unreadable|revoked"
              + "|signed-in|transcript|deliveries):.*");

  private static final Pattern INDEX =
      Pattern.compile("\\{p(\\d\\d)}:(due|approvals|complaints:.*|queue:.*|agent:.*|recent:.*)");
  private static final int AT_A_TIME = 500;
  private static final int SIDE_BY_SIDE = 16;

  private final Redis redis;
  private final Clock clock;

  BackupStore(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /** How many keys there are. */
  Mono<Long> size() {
    return masters().flatMap(RedisClusterReactiveCommands::dbsize).reduce(0L, Long::sum);
  }

  Mono<Integer> partitions() {
    return redis.commands().get(RedisKeys.PARTITIONS).map(Integer::parseInt);
  }

  private Flux<RedisClusterReactiveCommands<String, String>> masters() {
    return Flux.fromIterable(redis.masters().values());
  }

  /** Everything worth keeping. */
  Flux<Piece> read() {
    return indexes()
        .flatMapMany(
            indexes -> {
              var threads = new HashSet<String>();
              return keys()
                  .filter(key -> !LEFT_OUT.matcher(key).matches())
                  .flatMap(key -> read(key, indexes, threads), SIDE_BY_SIDE);
            });
  }

  private Flux<String> keys() {
    return masters().concatMap(m -> ScanStream.scan(m, ScanArgs.Builder.limit(AT_A_TIME)));
  }

  /** The indexes of each partition: a few for each team and agent. */
  private Mono<Map<Integer, List<String>>> indexes() {
    return keys()
        .filter(key -> INDEX.matcher(key).matches())
        .distinct()
        .collect(HashMap::new, BackupStore::sort);
  }

  private static void sort(Map<Integer, List<String>> indexes, String key) {
    var found = INDEX.matcher(key);
    if (found.matches()) {
      indexes.computeIfAbsent(Integer.parseInt(found.group(1)), _ -> new ArrayList<>()).add(key);
    }
  }

  private Publisher<Piece> read(
      String key, Map<Integer, List<String>> indexes, Set<String> threads) {
    var thread = THREAD.matcher(key);
    if (thread.matches()) {
      // a key may be told twice while Redis makes room
      return threads.add(thread.group(1))
          ? read(new ThreadId(thread.group(1)), indexes)
          : Flux.empty();
    }
    if (OF_THREAD.matcher(key).matches() && !isAlone(key) || INDEX.matcher(key).matches()) {
      return Flux.empty();
    }
    return one(key);
  }

  /** What stands by itself of a session on which nothing was said yet. */
  private static boolean isAlone(String key) {
    return key.contains(":revoked:") || key.contains(":signed-in:");
  }

  private Flux<Piece> read(ThreadId thread, Map<Integer, List<String>> indexes) {
    var own =
        List.of(
            RedisKeys.cases(thread),
            RedisKeys.thread(thread),
            RedisKeys.seen(thread),
            RedisKeys.outbox(thread),
            RedisKeys.attempts(thread),
            RedisKeys.calls(thread),
            RedisKeys.calling(thread),
            RedisKeys.unreadable(thread));
    var keys = new ArrayList<>(own);
    keys.addAll(indexes.getOrDefault(thread.partition(), List.of()));
    var args =
        List.of(
            thread.value(),
            Integer.toString(own.size()),
            RedisKeys.transcriptPrefix(thread.partition()),
            RedisKeys.deliveriesPrefix(thread.partition()));
    return redis
        .run(READ_THREAD, keys, args)
        .flatMapIterable(reply -> reply.subList(1, reply.size()))
        .map(part -> piece(thread, (List<?>) part));
  }

  private Piece piece(ThreadId thread, List<?> part) {
    var key = (String) part.get(0);
    var type = (String) part.get(1);
    if (type.equals("member")) {
      return new Piece(key, type, Optional.empty(), List.of(thread.value(), text(part.get(2))));
    }
    var value = ((List<?>) part.get(3)).stream().map(BackupStore::text).toList();
    return new Piece(key, type, until((Long) part.get(2)), value);
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private Optional<Long> until(long left) {
    return left < 0 ? Optional.empty() : Optional.of(clock.millis() + left);
  }

  private Flux<Piece> one(String key) {
    var commands = redis.commands();
    return Mono.zip(commands.type(key), commands.pttl(key))
        .flatMapMany(
            known -> {
              var until = until(known.getT2());
              return switch (known.getT1()) {
                case "none" -> Flux.<Piece>empty();
                case "stream" -> stream(key, until, "-");
                case String type ->
                    contents(key, type)
                        .collectList()
                        .map(value -> new Piece(key, type, until, value))
                        .flux();
              };
            });
  }

  private Flux<String> contents(String key, String type) {
    var commands = redis.commands();
    return switch (type) {
      case "string" -> commands.get(key).flux();
      case "list" -> commands.lrange(key, 0, -1);
      case "hash" -> commands.hgetall(key).flatMapIterable(f -> List.of(f.getKey(), f.getValue()));
      case "set" -> commands.smembers(key);
      case "zset" ->
          commands
              .zrangeWithScores(key, 0, -1)
              .flatMapIterable(v -> List.of(v.getValue(), Double.toString(v.getScore())));
      default -> Flux.error(new IllegalStateException(key + " is a " + type));
    };
  }

  private Flux<Piece> stream(String key, Optional<Long> until, String after) {
    var from =
        after.equals("-") ? Range.Boundary.<String>unbounded() : Range.Boundary.excluding(after);
    return redis
        .commands()
        .xrange(key, Range.from(from, Range.Boundary.unbounded()), Limit.from(AT_A_TIME))
        .collectList()
        .flatMapMany(
            page -> {
              var pieces = Flux.fromIterable(page).map(m -> entry(key, until, m));
              return page.size() < AT_A_TIME
                  ? pieces
                  : pieces.concatWith(Flux.defer(() -> stream(key, until, page.getLast().getId())));
            });
  }

  private static Piece entry(
      String key, Optional<Long> until, StreamMessage<String, String> message) {
    var value = new ArrayList<>(List.of(message.getId()));
    message
        .getBody()
        .forEach(
            (field, text) -> {
              value.add(field);
              value.add(text);
            });
    return new Piece(key, "stream", until, value);
  }

  /** Puts a piece back; one that has expired meanwhile is left out. False if it was. */
  Mono<Boolean> write(Piece piece) {
    if (piece.until().filter(at -> at <= clock.millis()).isPresent()) {
      return Mono.just(false);
    }
    var commands = redis.commands();
    return put(piece)
        .then(
            Mono.justOrEmpty(piece.until())
                .flatMap(at -> commands.pexpireat(piece.key(), at.longValue())))
        .thenReturn(true);
  }

  private Mono<?> put(Piece piece) {
    var commands = redis.commands();
    var key = piece.key();
    var value = piece.value();
    return switch (piece.type()) {
      case "string" -> commands.set(key, value.getFirst());
      case "list" -> commands.rpush(key, value.toArray(String[]::new));
      case "set" -> commands.sadd(key, value.toArray(String[]::new));
      case "hash" -> commands.hset(key, pairs(value));
      case "zset", "member" ->
          Flux.range(0, value.size() / 2)
              .concatMap(
                  i ->
                      commands.zadd(
                          key, Double.parseDouble(value.get(2 * i + 1)), value.get(2 * i)))
              .then();
      case "stream" ->
          commands.xadd(
              key, new XAddArgs().id(value.getFirst()), pairs(value.subList(1, value.size())));
      default -> Mono.error(new IllegalStateException(key + " is a " + piece.type()));
    };
  }

  private static Map<String, String> pairs(List<String> value) {
    var pairs = new HashMap<String, String>();
    for (int i = 0; i < value.size(); i += 2) {
      pairs.put(value.get(i), value.get(i + 1));
    }
    return pairs;
  }
}
