package dev.sayonce.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where understanding is computed: a thread per core, a bounded line before them, and {@link Busy}
 * when that is full.
 */
final class Thinking {

  private final ThreadPoolExecutor executor;
  private final Scheduler scheduler;

  Thinking(int threads, int line) {
    var number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(line),
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("thinking-" + number.incrementAndGet())
                    .unstarted(work));
    this.scheduler = Schedulers.fromExecutorService(executor);
  }

  <T> Mono<T> about(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(scheduler)
        .onErrorMap(RejectedExecutionException.class, Busy::new);
  }

  int waiting() {
    return executor.getQueue().size();
  }

  void close() {
    scheduler.dispose();
    executor.shutdownNow();
  }
}
