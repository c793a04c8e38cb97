package dev.sayonce.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Telegram's limits hold over all gateways, and everybody has their turn. */
class SendingQueueIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PER_SECOND = 20;

  private final SendingQueue here = queue();
  private final SendingQueue there = queue();

  /** A message that was allowed to go, at the server's time. */
  private record Sent(String chat, int number, long at) {}

  private static SendingQueue queue() {
    return new SendingQueue(TestRedis.redis(), "1", PER_SECOND, Duration.ofSeconds(1));
  }

  @BeforeEach
  void flush() {
    TestRedis.flush();
  }

  private static Mono<Long> serverTime() {
    return TestRedis.redis()
        .commands()
        .time()
        .collectList()
        .map(t -> Long.parseLong(t.get(0)) * 1000 + Long.parseLong(t.get(1)) / 1000);
  }

  private static Mono<Void> take(SendingQueue queue, String chat, String what) {
    return queue
        .take(chat, what)
        .flatMap(
            wait ->
                wait.isZero()
                    ? Mono.empty()
                    : Mono.delay(wait).then(Mono.defer(() -> take(queue, chat, what))));
  }

  private static Mono<Void> talk(
      SendingQueue queue, String chat, int messages, ConcurrentLinkedQueue<Sent> sent) {
    return Flux.range(0, messages)
        .concatMap(
            n ->
                take(queue, chat, "m" + n)
                    .then(serverTime())
                    .doOnNext(at -> sent.add(new Sent(chat, n, at))))
        .then();
  }

  @Test
  void neverSendsMoreThanItMayAndStarvesNobody() {
    var sent = new ConcurrentLinkedQueue<Sent>();
    var talks =
        IntStream.range(0, 40)
            .mapToObj(i -> talk(i % 2 == 0 ? here : there, "chat" + i, 3, sent))
            .toList();

    Mono.when(talks).block(PATIENCE);

    var times = new ArrayList<>(sent.stream().map(Sent::at).sorted().toList());
    assertThat(times).hasSize(120);
    // what was allowed within a second; asking for the time afterwards may move it a little
    for (int i = PER_SECOND + 2; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - PER_SECOND - 2)).isGreaterThanOrEqualTo(900);
    }
    for (int i = 0; i < 40; i++) {
      var chat = "chat" + i;
      var own = sent.stream().filter(s -> s.chat().equals(chat)).toList();
      assertThat(own).extracting(Sent::number).containsExactly(0, 1, 2);
    }
  }

  @Test
  void servesThoseWhoCameFirstFirst() {
    for (int i = 0; i < 30; i++) {
      here.take("early" + i, "m").block(PATIENCE);
    }
    var early = here.take("early29", "m").block(PATIENCE);
    var late = there.take("late", "m").block(PATIENCE);

    assertThat(late).isGreaterThan(early);
    assertThat(here.take("early29", "m").block(PATIENCE)).isLessThanOrEqualTo(early);
  }

  @Test
  void leavesOneChatAloneAndGoesOnWithTheOthers() {
    here.pause("flooded", Duration.ofSeconds(30)).block(PATIENCE);

    assertThat(there.take("flooded", "m").block(PATIENCE))
        .isBetween(Duration.ofSeconds(28), Duration.ofSeconds(30));
    assertThat(there.take("other", "m").block(PATIENCE)).isZero();
  }

  @Test
  void stopsAltogetherWhenTelegramComplainsOfSeveralChats() {
    here.pause("one", Duration.ofSeconds(30)).block(PATIENCE);
    there.pause("two", Duration.ofSeconds(20)).block(PATIENCE);

    assertThat(here.take("other", "m").block(PATIENCE))
        .isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
  }

  @Test
  void letsUnimportantThingsUseOnlyIdleTime() {
    assertThat(here.takeIfIdle("a").block(PATIENCE)).isZero();
    List.of("b", "c", "d").forEach(chat -> here.take(chat, "m").block(PATIENCE));

    assertThat(there.takeIfIdle("e").block(PATIENCE)).isPositive();
  }
}
