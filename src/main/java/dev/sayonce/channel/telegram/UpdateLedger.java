package dev.sayonce.channel.telegram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Which updates are being taken. Telegram forgets an update once a later one is asked for, so none
 * is asked for behind one that has not been taken; while one takes its time the others go on.
 */
final class UpdateLedger {

  private final TreeMap<Long, CompletableFuture<Void>> known = new TreeMap<>();
  private long offset;

  UpdateLedger(long offset) {
    this.offset = offset;
  }

  /** False if the update was taken or is being taken. */
  synchronized boolean begin(long update, CompletableFuture<Void> work) {
    if (update < offset) {
      return false;
    }
    return known.putIfAbsent(update, work) == null;
  }

  /** The number of the first update that has not been taken; what was taken before is forgotten. */
  synchronized long advance() {
    while (!known.isEmpty() && known.firstEntry().getValue().isDone()) {
      offset = known.pollFirstEntry().getKey() + 1;
    }
    return offset;
  }

  synchronized Collection<CompletableFuture<Void>> underWay() {
    return List.copyOf(new ArrayList<>(known.values()).stream().filter(f -> !f.isDone()).toList());
  }

  synchronized boolean isBusy() {
    return known.values().stream().anyMatch(f -> !f.isDone());
  }
}
