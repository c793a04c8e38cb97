package dev.sayonce.customer;

import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.EffectHandler;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what concerns a customer as a whole. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

  @Bean
  Linking linking(Redis redis, RedisProperties properties, ConversationEngine engine, Clock clock) {
    return new Linking(new LinkStore(redis), engine, properties.partitions(), clock);
  }

  @Bean
  SignIns signIns(
      IdentityProperties properties,
      Redis redis,
      Linking linking,
      ConversationEngine engine,
      Clock clock) {
    var tokens = IdentityKeys.in(properties).map(key -> new IdentityTokens(key, properties, clock));
    return new SignIns(tokens, new SignInStore(redis), linking, engine);
  }

  @Bean
  EffectHandler joining(ConversationEngine engine) {
    return new Joining(engine);
  }

  @Bean
  Erasure erasure(ConversationEngine engine, ConversationStore store, SignalFeed signals) {
    return new Erasure(engine, store, signals);
  }
}
