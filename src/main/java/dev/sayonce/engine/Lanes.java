package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Events of one thread run one after another in the order they came, those of different threads
 * side by side. What has begun goes on even if whoever asked for it is gone: a customer who closes
 * the page has still said what they said.
 */
public final class Lanes {

  private final ConcurrentHashMap<ThreadId, CompletableFuture<?>> tails = new ConcurrentHashMap<>();

  public <T> Mono<T> run(ThreadId thread, Supplier<Mono<T>> work) {
    return Mono.deferContextual(
        context -> {
          var mine = new CompletableFuture<T>();
          var tail = tails.put(thread, mine);
          mine.whenComplete((_, _) -> tails.remove(thread, mine));
          after(tail, () -> begin(() -> work.get().contextWrite(context), mine));
          return Mono.fromFuture(mine, true);
        });
  }

  /** The next in a line begins on a stack of its own: one that is done at once would nest it. */
  private static void after(@Nullable CompletableFuture<?> tail, Runnable next) {
    if (tail == null) {
      next.run();
    } else {
      tail.whenCompleteAsync((_, _) -> next.run(), task -> Schedulers.parallel().schedule(task));
    }
  }

  private static <T> void begin(Supplier<Mono<T>> work, CompletableFuture<T> mine) {
    Mono.defer(work)
        .toFuture()
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                mine.complete(value);
              } else {
                mine.completeExceptionally(failure);
              }
            });
  }
}
