package dev.sayonce.handoff;

import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.DeskView;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.staff.Agents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the waiting line together. */
@Configuration(proxyBeanMethods = false)
class HandoffConfiguration {

  @Bean
  WaitingLine waitingLine(
      ConversationStore store, FlowSets flows, TurnFeed feed, RedisProperties redis) {
    return new WaitingLine(store, flows, feed, redis.partitions());
  }

  @Bean
  Lookers lookers(SignalFeed feed, Clock clock) {
    return new Lookers(feed, clock);
  }

  @Bean
  OwnerFinder ownerFinder(
      Agents agents,
      Workload workload,
      DeskView desk,
      FlowSets flows,
      ConversationEngine engine,
      Clock clock) {
    return new OwnerFinder(agents, workload, desk, flows, engine, clock);
  }

  @Bean
  Workload workload(Redis redis, RedisProperties properties) {
    return new Workload(redis, properties.partitions());
  }
}
