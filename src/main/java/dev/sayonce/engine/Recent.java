package dev.sayonce.engine;

import dev.sayonce.conversation.ThreadId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A thread and the time of its last event in milliseconds. Also the place where a list goes on: the
 * order is strict, so that a page begins right after it whatever came meanwhile.
 */
public record Recent(long at, ThreadId thread) {

  public static final Comparator<Recent> NEWEST_FIRST =
      Comparator.comparingLong(Recent::at).thenComparing(r -> r.thread().value()).reversed();

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})_(\\d{2}-[a-z2-7]{26})");

  /** True if it stands further down a list than the other. */
  boolean isBelow(Recent other) {
    return NEWEST_FIRST.compare(this, other) > 0;
  }

  /** As pages carry it. */
  public String cursor() {
    return at + "_" + thread;
  }

  /** The inverse of {@link #cursor}; empty if it is none. */
  public static Optional<Recent> parse(String cursor) {
    var found = CURSOR.matcher(cursor);
    return found.matches()
        ? Optional.of(new Recent(Long.parseLong(found.group(1)), new ThreadId(found.group(2))))
        : Optional.empty();
  }
}
