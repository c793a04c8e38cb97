package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import io.lettuce.core.RedisException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The Redis that a company named, or one of our own where it named none. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

  private static final Duration START_PATIENCE = Duration.ofSeconds(20);

  @Bean
  @Conditional(NoneNamed.class)
  EmbeddedRedis embeddedRedis(RedisProperties properties) {
    return EmbeddedRedis.start(properties.embedded());
  }

  @Bean
  Redis redis(RedisProperties properties, ObjectProvider<EmbeddedRedis> embedded) {
    var own = embedded.getIfAvailable();
    var redis =
        connect(own != null ? RedisAddress.of(own.uri()) : RedisAddress.of(properties), properties);
    try {
      new RedisDemands(redis, properties)
          .check()
          .toFuture()
          .orTimeout(START_PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
          .join();
      return redis;
    } catch (java.util.concurrent.CompletionException e) {
      redis.close();
      throw e.getCause() instanceof StartupRefused refused ? refused : e;
    }
  }

  static Redis connect(RedisAddress address, RedisProperties properties) {
    try {
      return Redis.connect(address, properties.timeout());
    } catch (RedisException e) {
      throw new StartupRefused(
          "No Redis answers at %s.".formatted(address.name()),
          "Start it, or correct sayonce.redis.url (and the password in it). It says: "
              + innermost(e).getMessage());
    }
  }

  private static Throwable innermost(Throwable failure) {
    var cause = failure.getCause();
    return cause == null ? failure : innermost(cause);
  }

  /** The company named no Redis. */
  static final class NoneNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment().getProperty("sayonce.redis.url", "").isBlank();
    }
  }
}
