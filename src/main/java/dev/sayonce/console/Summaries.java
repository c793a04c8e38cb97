package dev.sayonce.console;

import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.Shelf;
import dev.sayonce.engine.UnreadableState;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks threads up for the console's lists, all of a page at once: Redis is asked for the next
 * without waiting for the one before.
 */
@Component
final class Summaries {

  private static final int AT_ONCE = 512;

  private final ConversationStore store;
  private final Access access;

  Summaries(ConversationStore store, Access access) {
    this.store = store;
    this.access = access;
  }

  /**
   * The lines of those threads that the agent may see and that stand on one of the shelves by now,
   * in the order given.
   */
  Flux<Summary> of(List<ThreadId> threads, Set<Shelf.Kind> kinds, Account account) {
    return Flux.fromIterable(threads)
        .flatMapSequential(thread -> summary(thread, kinds, account), AT_ONCE);
  }

  private Mono<Summary> summary(ThreadId thread, Set<Shelf.Kind> kinds, Account account) {
    return store
        .load(thread)
        .flatMap(
            stored ->
                Mono.justOrEmpty(
                    stored
                        .conversation()
                        .filter(c -> kinds.contains(Shelf.of(c).kind()))
                        .filter(c -> access.maySee(account, c))
                        .map(c -> Summary.of(c, stored.version()))))
        .onErrorResume(UnreadableState.class, e -> unreadable(e, account));
  }

  /** Nobody knows whose it is: those who see all teams find it where it was left. */
  private Mono<Summary> unreadable(UnreadableState failure, Account account) {
    return account.role() == Role.AGENT
        ? Mono.empty()
        : store
            .cases(failure.thread())
            .takeLast(1)
            .next()
            .flatMap(
                id ->
                    store
                        .entriesAfter(id, 0, 1)
                        .collectList()
                        .map(first -> Summary.unreadable(id, first, failure.version())));
  }
}
