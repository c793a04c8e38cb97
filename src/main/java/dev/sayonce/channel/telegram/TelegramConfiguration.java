package dev.sayonce.channel.telegram;

import dev.sayonce.StartupRefused;
import dev.sayonce.attachment.Downloads;
import dev.sayonce.attachment.Uploads;
import dev.sayonce.customer.Erasure;
import dev.sayonce.customer.Linking;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.DeliveryStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.handoff.WaitingLine;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.tracing.Tracing;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** Puts the bot together, if there is a token. */
@Configuration(proxyBeanMethods = false)
@Conditional(TelegramConfiguration.TokenGiven.class)
class TelegramConfiguration {

  private static final Pattern TOKEN = Pattern.compile("(\\d{3,20}):[A-Za-z0-9_-]{10,100}");
  private static final int START_PATIENCE_SECONDS = 20;

  /** Like a missing token, an empty one makes no bot. */
  static final class TokenGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("sayonce.telegram.token", "").isBlank();
    }
  }

  @Bean
  Telegram telegram(TelegramProperties properties, Tracing tracing) {
    if (!TOKEN.matcher(properties.token()).matches()) {
      throw refused();
    }
    return new Telegram(properties, tracing);
  }

  private static StartupRefused refused() {
    return new StartupRefused(
        "Telegram does not know the token in sayonce.telegram.token.",
        "Copy it again from @BotFather; it looks like 123456789:AAE… and belongs into the environment.");
  }

  /**
   * Whether Telegram knows the token is asked once; while it can't be reached the bot is trusted.
   */
  @Bean
  Bot bot(Telegram telegram, TelegramProperties properties) {
    var id = properties.token().substring(0, properties.token().indexOf(':'));
    var reply =
        telegram
            .call(new GetMe())
            .toFuture()
            .completeOnTimeout(
                new Reply.Unknown("no answer"), START_PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    return switch (reply) {
      case Reply.Ok(var me) -> new Bot(id, me.path("username").asText(""));
      case Reply.Refused(int code, _, _) when code == 401 || code == 404 -> throw refused();
      case Reply.Refused _, Reply.NotSent _, Reply.Unknown _ -> new Bot(id, "");
    };
  }

  @Bean
  Introduction introduction(Telegram telegram, Bot bot) {
    return new Introduction(telegram, bot);
  }

  @Bean
  SendingQueue sendingQueue(Redis redis, Bot bot, TelegramProperties properties) {
    return new SendingQueue(redis, bot.id(), properties.perSecond(), properties.perChat());
  }

  @Bean
  TelegramDeliveries telegramDeliveries(
      Telegram telegram,
      Downloads downloads,
      TypingSigns typing,
      SendingQueue queue,
      DeliveryStore deliveries,
      TelegramProperties properties,
      MeterRegistry meters,
      Clock clock) {
    return new TelegramDeliveries(
        new PartSender(telegram, downloads),
        typing,
        queue,
        deliveries,
        breaker(meters),
        properties.giveUpAfter(),
        meters,
        clock);
  }

  /** While Telegram is ill nothing is sent that would only become uncertain. */
  private static CircuitBreaker breaker(MeterRegistry meters) {
    var breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(60)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
                .build());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    return breakers.circuitBreaker("telegram");
  }

  @Bean
  Asides asides(
      Telegram telegram,
      SendingQueue queue,
      ConversationEngine engine,
      FlowSets flows,
      OnceStore once) {
    return new Asides(telegram, queue, engine, flows, once);
  }

  @Bean
  Commands telegramCommands(
      ConversationEngine engine,
      FlowSets flows,
      WaitingLine line,
      Linking linking,
      Asides asides,
      Clock clock) {
    return new Commands(engine, flows, line, linking, asides, clock);
  }

  @Bean
  Presses presses(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      Linking linking,
      Erasure erasure,
      Telegram telegram,
      Asides asides,
      Clock clock) {
    return new Presses(engine, store, flows, linking, erasure, telegram, asides, clock);
  }

  @Bean
  OnceStore onceStore(Redis redis, Bot bot) {
    return new OnceStore(redis, bot.id());
  }

  @Bean
  Fetching fetching(
      Telegram telegram,
      TelegramProperties properties,
      Uploads uploads,
      ConversationEngine engine,
      OnceStore once,
      Clock clock) {
    var files = new TelegramFiles(WebClient.create(), properties);
    return new Fetching(telegram, files, uploads, engine, once, clock);
  }

  @Bean
  Hearing hearing(
      ConversationEngine engine,
      FlowSets flows,
      Commands commands,
      Presses presses,
      Fetching fetching,
      Asides asides,
      OnceStore once,
      Redis redis,
      Bot bot,
      Clock clock) {
    var lines = new LineStore(redis, bot.id());
    var consent = new Consent(engine, flows, asides);
    return new Hearing(
        engine, commands, presses, fetching, asides, consent, once, lines, bot, clock);
  }

  @Bean
  Arrivals arrivals(
      Hearing hearing,
      TypingSigns typing,
      RedisProperties redis,
      MeterRegistry meters,
      Tracing tracing) {
    return new Arrivals(hearing, typing, redis.partitions(), meters, tracing);
  }

  @Bean
  TypingSigns typingSigns(
      ConversationEngine engine, Telegram telegram, SendingQueue queue, SignalFeed signals) {
    var signs = new TypingSigns(engine, telegram, queue);
    signs.follow(signals);
    return signs;
  }

  @Bean
  PlaceBoard placeBoard(
      WaitingLine line,
      ConversationEngine engine,
      Redis redis,
      Bot bot,
      SendingQueue queue,
      Telegram telegram,
      Commands words,
      TelegramProperties properties) {
    var lease = new TelegramLease(redis, bot.id() + ":places", properties.lease());
    var places = new PlaceStore(redis, bot.id());
    var note = new PlaceNote(places, queue, telegram, words);
    return new PlaceBoard(line, engine, lease, places, note);
  }

  @Bean
  BotMenu botMenu(Telegram telegram, FlowSets flows) {
    return new BotMenu(telegram, flows);
  }

  @Bean
  TelegramHealth telegramHealth(
      ObjectProvider<Poller> poller,
      ObjectProvider<WebhookRegistration> webhook,
      TelegramProperties properties,
      Clock clock) {
    return new TelegramHealth(
        Optional.ofNullable(poller.getIfAvailable()),
        Optional.ofNullable(webhook.getIfAvailable()),
        properties,
        clock);
  }

  /** Updates are fetched: no public address is needed. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(TokenGiven.class)
  @ConditionalOnProperty(
      name = "sayonce.telegram.mode",
      havingValue = "long-polling",
      matchIfMissing = true)
  static class LongPolling {

    @Bean
    Poller poller(
        Telegram telegram,
        Redis redis,
        Bot bot,
        Arrivals arrivals,
        TelegramProperties properties,
        MeterRegistry meters,
        Clock clock) {
      var lease = new TelegramLease(redis, bot.id(), properties.lease());
      var poller = new Poller(telegram, lease, arrivals, properties, clock);
      TimeGauge.builder(
              "sayonce.telegram.poll.age",
              poller,
              TimeUnit.SECONDS,
              p -> p.silence(clock.instant()))
          .register(meters);
      return poller;
    }
  }

  /** Updates are brought. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(TokenGiven.class)
  @ConditionalOnProperty(name = "sayonce.telegram.mode", havingValue = "webhook")
  static class Webhook {

    @Bean
    WebhookDoor webhookDoor(TelegramProperties properties, Arrivals arrivals) {
      return new WebhookDoor(properties, arrivals);
    }

    @Bean
    RouterFunction<ServerResponse> webhookRoutes(WebhookDoor door) {
      return door.routes();
    }

    @Bean
    WebhookRegistration webhookRegistration(
        Telegram telegram, WebhookDoor door, TelegramProperties properties) {
      var address = properties.publicUrl();
      if (address == null) {
        throw new StartupRefused(
            "Telegram's webhook needs to know where this gateway is.",
            "Set sayonce.telegram.public-url, like https://help.example.com, or use long polling.");
      }
      return new WebhookRegistration(telegram, door, address);
    }
  }
}
