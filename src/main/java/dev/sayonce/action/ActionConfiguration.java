package dev.sayonce.action;

import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.redis.Redis;
import dev.sayonce.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what asks back ends. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

  @Bean(destroyMethod = "close")
  BackEnds backEnds(MeterRegistry meters) {
    return new BackEnds(meters);
  }

  @Bean
  BackEndBoard backEndBoard(BackEnds backEnds, Redis redis, Environment environment, Clock clock) {
    var host = environment.getProperty("HOSTNAME", "gateway");
    return new BackEndBoard(backEnds, new BackEndStore(redis), host, clock);
  }

  @Bean
  HttpActions httpActions(
      FlowSets flows,
      ActionsProperties properties,
      ObjectProvider<OwnBackEnd> own,
      Environment environment,
      BackEnds backEnds,
      Redis redis,
      ObjectProvider<ConversationEngine> engine,
      SignalFeed signals,
      MeterRegistry meters,
      Tracing tracing,
      Clock clock) {
    var sites = new Sites(properties, own.orderedStream().toList(), environment);
    var codes = new OneTimeCodes(new CodeStore(redis));
    return new HttpActions(
        flows, sites, backEnds, codes, engine.getObject(), signals, meters, tracing, clock);
  }
}
