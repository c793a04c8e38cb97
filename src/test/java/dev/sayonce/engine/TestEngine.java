package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Desk;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.RedisURI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One gateway without its web server: an engine and a dispatcher of its own on a connection of its
 * own. Several of them on one Redis are several gateways.
 */
public final class TestEngine implements AutoCloseable {

  public static final int PARTITIONS = 16;
  public static final Duration RETENTION = Duration.ofDays(30);
  public static final Duration AUDIT = Duration.ofDays(730);
  public static final Duration PATIENCE = Duration.ofSeconds(20);
  public static final Desk STAFFED = new Talk().desk;
  public static final EngineProperties FAST =
      new EngineProperties(
          Path.of("flows"),
          Duration.ofMillis(50),
          Duration.ofMillis(700),
          Duration.ofSeconds(6),
          0,
          AUDIT);

  public final Redis redis;
  public final Thinking thinking;
  public final TurnFeed feed;
  public final ConversationStore store;
  public final FlowSets flows;
  public final ShelfStore shelves;
  public final ConversationEngine engine;
  public final Dispatcher dispatcher;
  public final Clock clock;
  public volatile Desk desk = STAFFED;

  /** What may differ between gateways. */
  public record Setup(
      RedisURI uri,
      Clock clock,
      Duration timeout,
      Understander understander,
      int thinkers,
      int line,
      List<EffectHandler> handlers,
      EngineProperties properties) {

    public static Setup at(Clock clock) {
      return on(TestRedis.uri(), clock);
    }

    public static Setup on(RedisURI redis, Clock clock) {
      var timeout = Duration.ofSeconds(5);
      return new Setup(redis, clock, timeout, Talk::understand, 2, 2000, List.of(), FAST);
    }

    public Setup timeout(Duration other) {
      return new Setup(uri, clock, other, understander, thinkers, line, handlers, properties);
    }

    public Setup understander(Understander other) {
      return new Setup(uri, clock, timeout, other, thinkers, line, handlers, properties);
    }

    public Setup thinking(int threads, int waiting) {
      return new Setup(uri, clock, timeout, understander, threads, waiting, handlers, properties);
    }

    public Setup handler(EffectHandler handler) {
      return new Setup(
          uri, clock, timeout, understander, thinkers, line, List.of(handler), properties);
    }

    public Setup handedOutFor(Duration time) {
      var p = new EngineProperties(FAST.flows(), FAST.tick(), FAST.lease(), time, 0, AUDIT);
      return new Setup(uri, clock, timeout, understander, thinkers, line, handlers, p);
    }

    /** For rounds that take longer than a lease of tests, with nobody who would renew it. */
    public Setup lease(Duration time) {
      var p =
          new EngineProperties(
              FAST.flows(), FAST.tick(), time, properties.handedOutFor(), 0, AUDIT);
      return new Setup(uri, clock, timeout, understander, thinkers, line, handlers, p);
    }

    /**
     * Times for a slow machine: when a lease ends, work that was handed out waits for a clock that
     * stands still; work that takes longer than it is handed out for is broken off.
     */
    public Setup patient() {
      var p =
          new EngineProperties(
              properties.flows(),
              properties.tick(),
              Duration.ofSeconds(3),
              Duration.ofMinutes(5),
              0,
              AUDIT);
      return new Setup(uri, clock, timeout, understander, thinkers, line, handlers, p);
    }

    public TestEngine start() {
      return new TestEngine(this);
    }
  }

  private TestEngine(Setup setup) {
    clock = setup.clock();
    var watch = EngineWatch.off();
    redis = Redis.connect(setup.uri(), setup.timeout());
    feed = new TurnFeed("gateway-" + UUID.randomUUID());
    feed.listenTo(redis, PARTITIONS).block(PATIENCE);
    store = new ConversationStore(redis, RETENTION, AUDIT, feed.gateway());
    shelves = new ShelfStore(redis, PARTITIONS);
    thinking = new Thinking(setup.thinkers(), setup.line());
    var sets = new FlowSetStore(redis, new FlowReader(), RETENTION);
    flows = new FlowSets(sets, _ -> setup.understander(), Shop.FLOWS);
    flows.activate(Shop.FLOWS).block(PATIENCE);
    engine =
        new ConversationEngine(store, flows, () -> desk, thinking, feed, PARTITIONS, watch, clock);
    dispatcher =
        new Dispatcher(
            redis, PARTITIONS, engine, setup.handlers(), setup.properties(), watch, clock);
  }

  /** New conversations begin with these files. */
  public void serve(FlowSet set) {
    flows.activate(set).block(PATIENCE);
  }

  /** Takes an event and waits for its receipt. */
  public Receipt take(ThreadId thread, Event event) {
    return engine.handle(thread, event).block(PATIENCE);
  }

  /** One round of the dispatcher, to its end. */
  public void round() {
    dispatcher.round().block(PATIENCE);
  }

  public Conversation stored(ThreadId thread) {
    return store.load(thread).block(PATIENCE).conversation().orElseThrow();
  }

  /** The whole transcript of the thread's current conversation. */
  public List<Entry> transcript(ThreadId thread) {
    return store.entriesAfter(stored(thread).id(), 0, 10_000).collectList().block(PATIENCE);
  }

  /** Vanishes as a killed process does: nothing is finished, no lease is given back. */
  public void crash() {
    redis.close();
    feed.close();
    thinking.close();
  }

  @Override
  public void close() {
    dispatcher.stop();
    crash();
  }
}
