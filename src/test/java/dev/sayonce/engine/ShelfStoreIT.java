package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list over all partitions is read page by page without a thread missing or told twice. */
class ShelfStoreIT {

  private static final List<Shelf> BOT = List.of(Shelf.BOT);

  private final SettableClock clock = new SettableClock();
  private TestEngine gateway;

  @BeforeEach
  void start() {
    TestRedis.flush();
    gateway = TestEngine.Setup.at(clock).start();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void tellsTheNewestFirstOverAllPartitions() {
    var threads = customers(40, Duration.ofSeconds(1));

    assertThat(pages(7)).isEqualTo(threads.reversed());
  }

  @Test
  void tellsEachOfManyWithTheSameTimeOnce() {
    var threads = customers(40, Duration.ZERO);

    assertThat(pages(7)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(threads);
  }

  @Test
  void goesOnWhereItWasWhileNewOnesCome() {
    var threads = customers(12, Duration.ofSeconds(1)).reversed();
    var first = page(Optional.empty(), 5);
    customers(9, Duration.ofSeconds(1));

    var second = page(Optional.of(first.getLast()), 5);

    assertThat(first).extracting(Recent::thread).isEqualTo(threads.subList(0, 5));
    assertThat(second).extracting(Recent::thread).isEqualTo(threads.subList(5, 10));
  }

  @Test
  void mergesSeveralShelves() {
    var withBot = customers(2, Duration.ofSeconds(1));
    var waits = TestCustomer.onTheWeb(clock);
    gateway.take(waits.thread(), waits.says(Talk.STRANGE));

    var both =
        gateway
            .shelves
            .newest(List.of(Shelf.BOT, Shelf.of(Shelf.Kind.QUEUED, "orders")), Optional.empty(), 10)
            .block(TestEngine.PATIENCE);

    assertThat(both)
        .extracting(Recent::thread)
        .containsExactly(waits.thread(), withBot.get(1), withBot.get(0));
  }

  @Test
  void readsItsOwnCursors() {
    customers(1, Duration.ZERO);
    var recent = page(Optional.empty(), 1).getFirst();
    assertThat(Recent.parse(recent.cursor())).contains(recent);
    assertThat(Recent.parse("1_../etc")).isEmpty();
  }

  private List<ThreadId> customers(int count, Duration apart) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              var customer = TestCustomer.onTheWeb(clock);
              gateway.take(customer.thread(), customer.says(Talk.COST));
              clock.forward(apart);
              return customer.thread();
            })
        .toList();
  }

  private List<ThreadId> pages(int size) {
    var all = new ArrayList<ThreadId>();
    var page = page(Optional.empty(), size);
    while (!page.isEmpty()) {
      page.forEach(r -> all.add(r.thread()));
      page = page(Optional.of(page.getLast()), size);
    }
    return all;
  }

  private List<Recent> page(Optional<Recent> before, int size) {
    return gateway.shelves.newest(BOT, before, size).block(TestEngine.PATIENCE);
  }
}
