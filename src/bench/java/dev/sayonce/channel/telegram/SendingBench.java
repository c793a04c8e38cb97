package dev.sayonce.channel.telegram;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many chats through the limits of one bot, at three gateways: how many messages go within any
 * second, whether each chat's order holds, and who waits longest. Arguments: chats and messages to
 * each, usually {@code 1000 3}. Fails if a limit is broken.
 */
final class SendingBench {

  private static final int PER_SECOND = 30;
  private static final Duration PER_CHAT = Duration.ofSeconds(1);

  private record Sent(int chat, int number, long at) {}

  private SendingBench() {}

  public static void main(String[] args) {
    int chats = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    TestRedis.flush();
    var redis = List.of(connect(), connect(), connect());
    var queues = redis.stream().map(r -> new SendingQueue(r, "1", PER_SECOND, PER_CHAT)).toList();
    var sent = new ConcurrentLinkedQueue<Sent>();
    long began = System.nanoTime();
    Flux.merge(
            IntStream.range(0, chats)
                .mapToObj(chat -> talk(queues.get(chat % 3), chat, messages, sent))
                .toList())
        .then()
        .block();
    double seconds = (System.nanoTime() - began) / 1e9;
    report(List.copyOf(sent), chats, messages, seconds);
    redis.forEach(Redis::close);
  }

  private static Redis connect() {
    return Redis.connect(TestRedis.uri(), Duration.ofSeconds(10));
  }

  private static Mono<Void> talk(
      SendingQueue queue, int chat, int messages, ConcurrentLinkedQueue<Sent> sent) {
    return Flux.range(0, messages)
        .concatMap(
            n ->
                take(queue, chat, n)
                    .doOnSuccess(_ -> sent.add(new Sent(chat, n, System.nanoTime()))))
        .then();
  }

  private static Mono<Void> take(SendingQueue queue, int chat, int n) {
    return queue
        .take(Integer.toString(chat), "m" + n)
        .flatMap(
            wait ->
                wait.isZero()
                    ? Mono.empty()
                    : Mono.delay(wait).then(Mono.defer(() -> take(queue, chat, n))));
  }

  private static void report(List<Sent> sent, int chats, int messages, double seconds) {
    var times = sent.stream().map(Sent::at).sorted().toList();
    int most = most(times);
    long gap = smallestGap(sent);
    var firsts = new ArrayList<>(firstOfEach(sent).values());
    firsts.sort(Long::compare);
    double spread = (firsts.getLast() - firsts.getFirst()) / 1e9;
    System.out.printf(
        "%d messages to %d chats in %.1f s: %.1f/s, at most %d within a second%n",
        sent.size(), chats, seconds, sent.size() / seconds, most);
    System.out.printf(
        "smallest gap in a chat %.0f ms; the last chat had its first message %.1f s after the first%n",
        gap / 1e6, spread);
    if (sent.size() != chats * messages || !isOrdered(sent)) {
      throw new IllegalStateException("A message is missing or out of order");
    }
  }

  private static int most(List<Long> times) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (times.get(to) - times.get(from) >= 1_000_000_000L) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private static long smallestGap(List<Sent> sent) {
    var last = new ConcurrentHashMap<Integer, Long>();
    long gap = Long.MAX_VALUE;
    for (var s : sent) {
      var before = last.put(s.chat(), s.at());
      gap = before == null ? gap : Math.min(gap, s.at() - before);
    }
    return gap;
  }

  private static Map<Integer, Long> firstOfEach(List<Sent> sent) {
    var first = new ConcurrentHashMap<Integer, Long>();
    sent.forEach(s -> first.putIfAbsent(s.chat(), s.at()));
    return first;
  }

  private static boolean isOrdered(List<Sent> sent) {
    var next = new ConcurrentHashMap<Integer, Integer>();
    return sent.stream().allMatch(s -> next.merge(s.chat(), 1, Integer::sum) == s.number() + 1);
  }
}
