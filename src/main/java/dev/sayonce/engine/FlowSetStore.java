package dev.sayonce.engine;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.GetExArgs;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Flow sets by the hash of their content, kept as long as a conversation may refer to them. */
final class FlowSetStore {

  private static final Logger log = LoggerFactory.getLogger(FlowSetStore.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

  private static final Duration MARGIN = Duration.ofDays(1);

  private final Redis redis;
  private final FlowReader reader;
  private final Duration retention;

  FlowSetStore(Redis redis, FlowReader reader, Duration retention) {
    this.redis = redis;
    this.reader = reader;
    this.retention = retention;
  }

  /** Keeps the set's sources. */
  Mono<Void> keep(FlowSet flows) {
    return redis
        .commands()
        .set(
            RedisKeys.flowSet(flows.hash()),
            JSON.writeValueAsString(flows.sources()),
            SetArgs.Builder.px(kept()))
        .then();
  }

  /** Every team that any set ever had: cases may still wait under the name of one that is gone. */
  Mono<Set<String>> everyTeam(FlowSet flows) {
    return redis
        .commands()
        .sadd(RedisKeys.TEAMS, flows.company().teams().keySet().toArray(String[]::new))
        .thenMany(redis.commands().smembers(RedisKeys.TEAMS))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Keeps the set of that hash for as long again as a conversation may refer to it. */
  Mono<Void> keepOn(String hash) {
    return redis.commands().pexpire(RedisKeys.flowSet(hash), kept()).then();
  }

  /** As long as the youngest conversation that refers to it, and somewhat longer. */
  private long kept() {
    return retention.plus(MARGIN).toMillis();
  }

  /** The hash of the set that new conversations begin with; empty if there is none yet. */
  Mono<String> pointedTo() {
    return redis.commands().get(RedisKeys.ACTIVE_FLOWS);
  }

  /** Makes the set the one that new conversations begin with. */
  Mono<Void> pointTo(String hash) {
    return redis.commands().set(RedisKeys.ACTIVE_FLOWS, hash).then();
  }

  /**
   * The set of that hash; empty if it is gone or this version of the product can't read it any
   * more.
   */
  Mono<FlowSet> load(String hash) {
    return redis
        .commands()
        .getex(RedisKeys.flowSet(hash), GetExArgs.Builder.px(kept()))
        .flatMap(json -> Mono.justOrEmpty(read(hash, json)));
  }

  private Optional<FlowSet> read(String hash, String json) {
    return switch (reader.read(JSON.readValue(json, SOURCES))) {
      case Reading.Good(var set, _) -> Optional.of(set.named(hash));
      case Reading.Bad(var problems) -> {
        log.warn("The flow set {} can't be read any more: {}", hash, problems.getFirst());
        yield Optional.empty();
      }
    };
  }
}
