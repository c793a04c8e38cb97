package dev.sayonce.channel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sayonce.conversation.ThreadId;
import java.time.Duration;

/** What each thread may still do of one kind of thing, on this gateway. */
final class Allowances {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 100_000;

  private final int burst;
  private final Duration refill;
  private final Cache<ThreadId, Allowance> byThread =
      Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST).build();

  Allowances(int burst, Duration refill) {
    this.burst = burst;
    this.refill = refill;
  }

  Allowance of(ThreadId thread) {
    return byThread.get(thread, _ -> new Allowance(burst, refill));
  }
}
