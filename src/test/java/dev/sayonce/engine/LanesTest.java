package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** One after another on a thread, and nothing is stuck behind what fails. */
class LanesTest {

  private final Lanes lanes = new Lanes();

  @Test
  void reachesTheEndOfALongLineWhoseWorkIsDoneAtOnce() {
    var gate = new CompletableFuture<Integer>();
    var done = new ArrayList<CompletableFuture<Integer>>();
    done.add(lanes.run(Talk.THREAD, () -> Mono.fromFuture(gate)).toFuture());
    IntStream.range(1, 20_000)
        .forEach(i -> done.add(lanes.run(Talk.THREAD, () -> Mono.just(i)).toFuture()));

    gate.complete(0);

    assertThat(done.getLast()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(19_999);
  }

  @Test
  void goesOnBehindAFailure() {
    var failed = lanes.run(Talk.THREAD, () -> Mono.error(new IllegalStateException("bug")));
    var thrown =
        lanes.run(
            Talk.THREAD,
            () -> {
              throw new IllegalStateException("bug");
            });

    assertThat(failed.toFuture()).isCompletedExceptionally();
    assertThat(thrown.toFuture()).isCompletedExceptionally();
    assertThat(lanes.run(Talk.THREAD, () -> Mono.just(1)).block(Duration.ofSeconds(5)))
        .isEqualTo(1);
  }

  @Test
  void goesOnWithWorkThatNobodyWaitsForAnyMore() {
    var gate = new CompletableFuture<Integer>();
    var ran = new CompletableFuture<Integer>();
    lanes.run(Talk.THREAD, () -> Mono.fromFuture(gate)).subscribe();
    lanes.run(Talk.THREAD, () -> Mono.fromRunnable(() -> ran.complete(1))).subscribe().dispose();

    gate.complete(0);

    assertThat(ran).succeedsWithin(Duration.ofSeconds(5));
  }
}
