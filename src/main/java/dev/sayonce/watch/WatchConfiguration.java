package dev.sayonce.watch;

import dev.sayonce.engine.Dispatcher;
import dev.sayonce.engine.DueStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.handoff.Workload;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisFigures;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.staff.Presence;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the figures together. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

  private static final Duration LOOKS = Duration.ofSeconds(10);

  @Bean
  LiveFigures liveFigures(
      Workload workload,
      FlowSets flows,
      DueStore due,
      Redis redis,
      RedisProperties properties,
      Dispatcher dispatcher,
      Presence presence,
      MeterRegistry meters,
      Clock clock) {
    var sources =
        new LiveFigures.Sources(
            workload,
            flows,
            due,
            new RedisFigures(redis),
            dispatcher,
            presence,
            properties.partitions());
    return new LiveFigures(sources, meters, LOOKS, clock);
  }
}
