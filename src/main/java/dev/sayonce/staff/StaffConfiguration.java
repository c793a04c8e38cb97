package dev.sayonce.staff;

import dev.sayonce.StartupRefused;
import dev.sayonce.redis.Redis;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Puts the staff's room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffProperties.class)
class StaffConfiguration {

  private static final int START_PATIENCE_SECONDS = 20;

  @Bean
  AgentStore agentStore(Redis redis) {
    return new AgentStore(redis);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  Agents agents(AgentStore store, Passwords passwords) {
    return new Agents(store, passwords);
  }

  @Bean
  SessionStore sessionStore(Redis redis, StaffProperties properties) {
    return new SessionStore(redis, properties.sessionTime(), Clock.systemUTC());
  }

  @Bean
  SignIn signIn(AgentStore store, Passwords passwords, Redis redis) {
    return new SignIn(store, passwords, new AttemptStore(redis));
  }

  @Bean
  FirstAdmin firstAdmin(AgentStore store, Agents agents, StaffProperties properties) {
    try {
      return FirstAdmin.prepare(store, agents, properties.resetPassword().strip())
          .toFuture()
          .orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartupRefused refused ? refused : e;
    }
  }

  @Bean
  Presence presence(Redis redis, TeamNames teams) {
    return new Presence(redis, teams);
  }

  /** Without flows there are no teams; whoever loads flows names theirs instead. */
  @Bean
  @Fallback
  TeamNames noTeams() {
    return Set::of;
  }
}
