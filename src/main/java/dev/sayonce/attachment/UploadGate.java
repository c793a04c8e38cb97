package dev.sayonce.attachment;

import dev.sayonce.conversation.ThreadId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many files come in at once: in all, by each side, and on one thread. */
final class UploadGate {

  private static final int PER_THREAD = 2;

  private final Map<Sender, Semaphore> places;
  private final ConcurrentHashMap<ThreadId, Integer> busy = new ConcurrentHashMap<>();

  UploadGate(int customers) {
    places =
        Map.of(
            Sender.CUSTOMER, new Semaphore(customers),
            Sender.AGENT, new Semaphore(Math.max(1, customers / 2)));
  }

  /** Takes a place, if there is one; who has got it gives it back. */
  boolean enter(ThreadId thread, Sender sender) {
    if (busy.merge(thread, 1, Integer::sum) <= PER_THREAD && places(sender).tryAcquire()) {
      return true;
    }
    leaveThread(thread);
    return false;
  }

  void leave(ThreadId thread, Sender sender) {
    places(sender).release();
    leaveThread(thread);
  }

  private void leaveThread(ThreadId thread) {
    busy.computeIfPresent(thread, (_, n) -> n > 1 ? n - 1 : null);
  }

  private Semaphore places(Sender sender) {
    return java.util.Objects.requireNonNull(places.get(sender));
  }
}
