package dev.sayonce.engine;

import dev.sayonce.StartupRefused;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import dev.sayonce.tracing.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engine together. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  private static final int START_PATIENCE_SECONDS = 20;
  private static final int MOST_PROBLEMS_SHOWN = 20;

  /** In milliseconds, as times are stored: what is told live is what will be read. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  FlowReader flowReader() {
    return new FlowReader();
  }

  @Bean
  FlowSet companyFiles(FlowReader reader, EngineProperties properties) {
    return switch (reader.read(properties.flows())) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) ->
          throw new StartupRefused(
              "The company's files in %s have %d problem(s):%n%s"
                  .formatted(
                      properties.flows().toAbsolutePath().normalize(),
                      problems.size(),
                      lines(problems)),
              "Mend them and start again.");
    };
  }

  private static String lines(List<Problem> problems) {
    return problems.stream()
        .limit(MOST_PROBLEMS_SHOWN)
        .map(p -> "  " + p)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  @Bean(destroyMethod = "close")
  TurnFeed turnFeed(Redis redis, RedisProperties properties) {
    var feed = new TurnFeed(UUID.randomUUID().toString());
    feed.listenTo(redis, properties.partitions())
        .toFuture()
        .orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    return feed;
  }

  @Bean(destroyMethod = "close")
  SignalFeed signalFeed(Redis redis, RedisProperties properties, TurnFeed turns) {
    var feed = new SignalFeed(redis, turns.gateway());
    feed.listen(properties.partitions())
        .toFuture()
        .orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    return feed;
  }

  @Bean
  ConversationStore conversationStore(
      Redis redis, RedisProperties properties, EngineProperties engine, TurnFeed feed) {
    return new ConversationStore(redis, properties.retention(), engine.audit(), feed.gateway());
  }

  @Bean
  AuditStore auditStore(Redis redis, RedisProperties properties) {
    return new AuditStore(redis, properties.partitions());
  }

  @Bean
  DeliveryStore deliveryStore(Redis redis, RedisProperties properties, SignalFeed signals) {
    return new DeliveryStore(redis, properties.retention(), signals);
  }

  @Bean
  ArchiveStore archiveStore(Redis redis, ConversationStore store) {
    return new ArchiveStore(redis, store);
  }

  @Bean
  ShelfStore shelfStore(Redis redis, RedisProperties properties) {
    return new ShelfStore(redis, properties.partitions());
  }

  @Bean
  ComplaintStore complaintStore(Redis redis, RedisProperties properties) {
    return new ComplaintStore(redis, properties.partitions());
  }

  @Bean(destroyMethod = "close")
  Thinking thinking(EngineProperties properties, MeterRegistry meters) {
    var thinking =
        new Thinking(Runtime.getRuntime().availableProcessors(), properties.thinkingLine());
    Gauge.builder("sayonce.thinking.waiting", thinking, Thinking::waiting).register(meters);
    return thinking;
  }

  @Bean(destroyMethod = "close")
  FlowSets flowSets(
      Redis redis,
      RedisProperties properties,
      FlowReader reader,
      Understander.Teacher teacher,
      FlowSet companyFiles) {
    var store = new FlowSetStore(redis, reader, properties.retention());
    var sets = new FlowSets(store, teacher, companyFiles);
    sets.activate(companyFiles)
        .toFuture()
        .orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    return sets;
  }

  @Bean
  FlowFiles flowFiles(
      FlowReader reader,
      FlowSets sets,
      EngineProperties properties,
      FlowFilesProperties fileProperties) {
    return new FlowFiles(reader, sets, properties.flows(), fileProperties);
  }

  @Bean
  EngineWatch engineWatch(MeterRegistry meters, Tracing tracing) {
    return new EngineWatch(meters, tracing);
  }

  @Bean
  DueStore dueStore(Redis redis, RedisProperties properties) {
    return new DueStore(redis, properties.partitions());
  }

  @Bean
  ConversationEngine conversationEngine(
      ConversationStore store,
      FlowSets flowSets,
      DeskView desk,
      Thinking thinking,
      TurnFeed feed,
      RedisProperties redis,
      EngineWatch watch,
      Clock clock) {
    return new ConversationEngine(
        store, flowSets, desk, thinking, feed, redis.partitions(), watch, clock);
  }

  @Bean
  Dispatcher dispatcher(
      Redis redis,
      RedisProperties redisProperties,
      ConversationEngine engine,
      List<EffectHandler> handlers,
      EngineProperties properties,
      EngineWatch watch,
      Clock clock) {
    return new Dispatcher(
        redis, redisProperties.partitions(), engine, handlers, properties, watch, clock);
  }
}
