package dev.sayonce.console;

import dev.sayonce.channel.web.WebProperties;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.TestRedis;
import dev.sayonce.staff.FastPasswords;
import dev.sayonce.staff.Passwords;
import dev.sayonce.staff.TeamNames;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A gateway without flows: the staff, the security and the controllers for accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(WebProperties.class)
@ComponentScan({"dev.sayonce.staff", "dev.sayonce.platform"})
@Import({SignInController.class, AgentsController.class})
class TestGateway {

  /** What tests ask for beside the real thing. */
  @RestController
  static final class Probes {

    @GetMapping("/console/api/principal")
    Mono<String> principal(ServerWebExchange exchange) {
      return exchange.getPrincipal().map(java.security.Principal::toString);
    }

    @GetMapping("/console/api/broken")
    String broken() {
      throw new IllegalStateException("with something secret in it");
    }

    @GetMapping("/console/api/outage")
    Mono<String> outage() {
      return Mono.error(new io.lettuce.core.RedisException("Currently not connected"));
    }
  }

  @Bean(destroyMethod = "")
  Redis redis() {
    return TestRedis.redis();
  }

  @Bean
  @Primary
  Passwords fastPasswords() {
    return FastPasswords.passwords();
  }

  @Bean
  TeamNames teamNames() {
    return () -> Set.of("orders", "returns");
  }

  static ConfigurableApplicationContext start(String... more) {
    var builder = new SpringApplicationBuilder(TestGateway.class);
    return builder
        .properties("server.port=0", "spring.main.banner-mode=off")
        .properties(
            "server.forward-headers-strategy=framework",
            "sayonce.web.allowed-origins=https://shop.example.com",
            "management.endpoints.web.exposure.include=*")
        .properties(more)
        .run();
  }

  static int port(ConfigurableApplicationContext context) {
    var server = ((ReactiveWebServerApplicationContext) context).getWebServer();
    return server == null ? 0 : server.getPort();
  }
}
