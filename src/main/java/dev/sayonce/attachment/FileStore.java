package dev.sayonce.attachment;

import dev.sayonce.conversation.ThreadId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps contents by thread, so that a thread's files go in one stroke. Names are our own making,
 * never a sender's.
 */
interface FileStore {

  /** Keeps the content of a local file, whole or not at all. */
  Mono<Void> put(ThreadId thread, String name, Path content);

  /** A content that is kept; empty if there is none. */
  Mono<Local> open(ThreadId thread, String name);

  Mono<Void> remove(ThreadId thread, String name);

  /** Removes all that is kept of a thread. */
  Mono<Void> removeAll(ThreadId thread);

  /** Everything that is kept, each thread's files one after another. */
  Flux<Kept> all();

  /** The name that says whose files these are, if it was ever written. */
  Mono<Optional<String>> home();

  Mono<Void> home(String name);

  /** What is kept, and since when. */
  record Kept(ThreadId thread, String name, Instant since) {}

  /**
   * A content as a local file.
   *
   * @param isCopy true if it was made for this reader and is to be deleted afterwards
   */
  record Local(Path path, boolean isCopy) {}
}
