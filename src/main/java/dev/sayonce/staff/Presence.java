package dev.sayonce.staff;

import dev.sayonce.conversation.Desk;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Who is at the console: an agent with an open socket at any gateway. Each gateway tells Redis
 * about its own every two seconds and learns about the others', so that asking costs nothing. While
 * Redis is away, the last that was learned counts.
 */
public final class Presence implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);
  private static final Script BEAT = Script.named("beat_presence");
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration COUNTS_FOR = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Redis redis;
  private final TeamNames teams;
  private final String gateway = UUID.randomUUID().toString();
  private final Map<String, Integer> socketsHere = new ConcurrentHashMap<>();
  private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();
  private final Disposable.Swap beating = Disposables.swap();

  private PresentAgents present = PresentAgents.NONE;
  private volatile Desk desk = Desk.EMPTY;
  private volatile boolean outage;
  private volatile boolean running;

  public Presence(Redis redis, TeamNames teams) {
    this.redis = redis;
    this.teams = teams;
  }

  /** The agents present and the teams they serve, from memory. */
  public Desk desk() {
    return desk;
  }

  public boolean isOnline(String agent) {
    return desk.teamsByAgent().containsKey(agent);
  }

  /** The agent opened a console socket at this gateway; they may have several. */
  public void arrived(String agent) {
    if (socketsHere.merge(agent, 1, Integer::sum) == 1) {
      nudge();
    }
  }

  /** One of the agent's sockets at this gateway closed: to be told once for each arrival. */
  public void left(String agent) {
    if (socketsHere.computeIfPresent(agent, (_, count) -> count == 1 ? null : count - 1) == null) {
      draw();
      nudge();
    }
  }

  private void nudge() {
    nudges.emitNext(0L, Sinks.EmitFailureHandler.busyLooping(PATIENCE));
  }

  /** One after another: a late beat must not bring back somebody who left. */
  private Mono<Void> beat() {
    return Mono.defer(() -> redis.run(BEAT, List.of(RedisKeys.PRESENT, RedisKeys.AGENTS), us()))
        .doOnNext(this::learn)
        .doOnNext(_ -> outage = false)
        .then()
        .onErrorResume(this::outlast);
  }

  private List<String> us() {
    var args = new ArrayList<>(List.of(gateway, Long.toString(COUNTS_FOR.toMillis())));
    args.addAll(socketsHere.keySet());
    return args;
  }

  private Mono<Void> outlast(Throwable failure) {
    if (!outage) {
      outage = true;
      log.warn("Who is at the other gateways' consoles is unknown until Redis answers", failure);
    }
    return Mono.empty();
  }

  private synchronized void learn(List<Object> reply) {
    present = PresentAgents.of(reply);
    draw();
  }

  private synchronized void draw() {
    desk = present.desk(teams.all(), gateway, socketsHere.keySet());
  }

  @Override
  public void start() {
    settle(beat());
    running = true;
    beating.update(
        Flux.merge(Flux.interval(PERIOD), nudges.asFlux())
            .onBackpressureLatest()
            .concatMap(_ -> beat(), 1)
            .subscribe());
  }

  @Override
  public void stop() {
    running = false;
    beating.update(Disposables.disposed());
    socketsHere.clear();
    settle(beat());
  }

  private static void settle(Mono<Void> beat) {
    beat.toFuture().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server takes sockets, and until it has closed them. */
  @Override
  public int getPhase() {
    return 0;
  }
}
