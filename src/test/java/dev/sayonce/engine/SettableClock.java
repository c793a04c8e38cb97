package dev.sayonce.engine;

import dev.sayonce.conversation.Talk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; it begins at a Monday's noon. */
public final class SettableClock extends Clock {

  private final AtomicReference<Instant> now = new AtomicReference<>(Talk.MONDAY_NOON);

  public void forward(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
