package dev.sayonce.demo;

import dev.sayonce.Token;
import dev.sayonce.action.OwnBackEnd;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Starts the sample company's back end, unless anything says that this is no try-out. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoConfiguration.NothingReal.class)
@ConditionalOnProperty(name = "sayonce.demo.enabled", matchIfMissing = true)
class DemoConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DemoConfiguration.class);
  private static final String SERVICE = "polanka";
  private static final String SECRET = "POLANKA_API_KEY";

  private final String token = Token.fresh();

  @Bean(destroyMethod = "close")
  DemoBackEnd demoBackEnd(DemoProperties properties) {
    var backEnd = new DemoBackEnd(properties.port(), token);
    log.info("The sample shop's back end has its switch at {}/switch", backEnd.url());
    return backEnd;
  }

  @Bean
  OwnBackEnd sampleShop(DemoBackEnd backEnd) {
    return new OwnBackEnd(SERVICE, URI.create(backEnd.url() + "/v1"), Map.of(SECRET, token));
  }

  /** No Redis is named: the embedded default. */
  static final class NothingReal implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment().getProperty("sayonce.redis.url", "").isBlank();
    }
  }
}
