package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches a bot's updates, at one gateway at a time. Whatever happens it goes on: what fails is
 * logged once and asked for again, and only what has been taken is confirmed.
 */
final class Poller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Poller.class);
  private static final int MOST = 100;
  private static final int RENEWALS = 4;
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Telegram telegram;
  private final TelegramLease lease;
  private final Arrivals arrivals;
  private final TelegramProperties properties;
  private final Clock clock;
  private volatile @Nullable Instant lastPoll;
  private volatile boolean holds;
  private int failures;
  private Disposable loop = Disposables.disposed();

  Poller(
      Telegram telegram,
      TelegramLease lease,
      Arrivals arrivals,
      TelegramProperties properties,
      Clock clock) {
    this.telegram = telegram;
    this.lease = lease;
    this.arrivals = arrivals;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    loop =
        Flux.interval(Duration.ZERO, properties.lease().dividedBy(RENEWALS))
            .onBackpressureDrop()
            .concatMap(_ -> lease.hold().onErrorReturn(false), 1)
            .doOnNext(mine -> holds = mine)
            .distinctUntilChanged()
            .switchMap(mine -> mine ? fetching() : Mono.empty())
            .subscribe();
  }

  /** As long as the lease is ours. */
  private Mono<Void> fetching() {
    log.info("Fetching Telegram's updates here.");
    return again(withoutWebhook().then(lease.offset()))
        .flatMap(offset -> again(Mono.just(new UpdateLedger(offset))))
        .flatMap(ledger -> again(Mono.defer(() -> round(ledger))).repeat().then());
  }

  /** Till it succeeds. */
  private <T> Mono<T> again(Mono<T> work) {
    return work.doOnSuccess(_ -> recovered())
        .onErrorResume(e -> Mono.delay(reported(e)).then(Mono.defer(() -> again(work))));
  }

  private Mono<Void> withoutWebhook() {
    return telegram
        .call(DeleteWebhook.builder().dropPendingUpdates(false).build())
        .flatMap(reply -> reply instanceof Reply.Ok ? Mono.empty() : Mono.error(trouble(reply)));
  }

  private Mono<Boolean> round(UpdateLedger ledger) {
    long offset = ledger.advance();
    return telegram
        .poll(question(offset, ledger.isBusy()))
        .flatMapIterable(this::updates)
        .doOnNext(update -> begin(ledger, update))
        .then(Mono.defer(() -> settled(ledger)))
        .then(Mono.defer(() -> confirmed(ledger, offset)));
  }

  /** With updates under way Telegram has something to answer at once: the same ones again. */
  private GetUpdates question(long offset, boolean busy) {
    return GetUpdates.builder()
        .offset((int) offset)
        .limit(MOST)
        .timeout(busy ? 0 : (int) properties.poll().toSeconds())
        .allowedUpdates(Arrivals.KINDS)
        .build();
  }

  private Iterable<JsonNode> updates(Reply reply) {
    if (reply instanceof Reply.Ok(var result) && result.isArray()) {
      lastPoll = clock.instant();
      return result;
    }
    throw trouble(reply);
  }

  private void begin(UpdateLedger ledger, JsonNode update) {
    var work = new CompletableFuture<Void>();
    if (ledger.begin(update.path("update_id").asLong(), work)) {
      arrivals
          .take(update)
          .doFinally(_ -> work.complete(null))
          .subscribe(_ -> {}, e -> log.error("An update was given up", e));
    }
  }

  /** Waits a moment for those under way, but for none for long. */
  private Mono<Void> settled(UpdateLedger ledger) {
    var all = ledger.underWay().toArray(CompletableFuture[]::new);
    return Mono.fromFuture(CompletableFuture.allOf(all), true).timeout(PATIENCE, Mono.empty());
  }

  private Mono<Boolean> confirmed(UpdateLedger ledger, long before) {
    long next = ledger.advance();
    return next == before
        ? Mono.just(true)
        : lease.confirm(next).filter(done -> done).switchIfEmpty(Mono.error(LeaseLost::new));
  }

  private TelegramTrouble trouble(Reply reply) {
    return new TelegramTrouble(reply);
  }

  /** Another gateway fetches by now; nothing may be confirmed here. */
  private static final class LeaseLost extends RuntimeException {
    LeaseLost() {
      super("The lease is lost", null, false, false);
    }
  }

  private void recovered() {
    if (failures > 0) {
      failures = 0;
      log.info("Telegram's updates can be fetched again.");
    }
  }

  /** Logs the first failure of a row; how long to wait before the next try. */
  private Duration reported(Throwable failure) {
    if (failures++ == 0) {
      log.warn("Telegram's updates can't be fetched; trying again: {}", failure.toString());
    }
    var backOff = Duration.ofMillis(500L << Math.min(failures - 1, 6));
    var pause = backOff.compareTo(LONGEST_PAUSE) < 0 ? backOff : LONGEST_PAUSE;
    return failure instanceof TelegramTrouble t ? t.waitAtLeast(pause) : pause;
  }

  /** When Telegram last answered the question for updates, at this gateway. */
  Optional<Instant> lastPoll() {
    return Optional.ofNullable(lastPoll);
  }

  /** Seconds since Telegram last answered; not a number where another gateway fetches. */
  double silence(Instant now) {
    var last = lastPoll;
    return isFetching() && last != null
        ? Duration.between(last, now).toMillis() / 1000.0
        : Double.NaN;
  }

  /** True if this gateway is the one that fetches. */
  boolean isFetching() {
    return holds && isRunning();
  }

  @Override
  public void stop() {
    loop.dispose();
    lease
        .release()
        .onErrorComplete()
        .toFuture()
        .completeOnTimeout(null, 2, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public boolean isRunning() {
    return !loop.isDisposed();
  }
}
