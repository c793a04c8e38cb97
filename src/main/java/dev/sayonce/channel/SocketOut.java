package dev.sayonce.channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frames on their way to one page. A page that does not read what it is sent is cut off; it
 * fetches by number what it missed when it comes back.
 *
 * @param <F> the kind of frame, written as JSON
 */
public final class SocketOut<F> {

  private static final Logger log = LoggerFactory.getLogger(SocketOut.class);
  private static final int MOST_WAITING = 1024;

  private final Sinks.Many<String> frames =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<String>get(MOST_WAITING).get());
  private final Sinks.Empty<Void> cut = Sinks.empty();

  /** From any thread; frames go out in the order of the calls. */
  public synchronized void send(F frame) {
    if (frames.tryEmitNext(JsonMapper.shared().writeValueAsString(frame)).isFailure()) {
      cutOff();
    }
  }

  /** Sends what is waiting and ends. */
  public synchronized void close() {
    frames.tryEmitComplete();
  }

  /** Ends at once, whatever is waiting. */
  public void cutOff() {
    if (cut.tryEmitEmpty().isSuccess()) {
      log.debug("A page is gone, does not read, or asks too much");
    }
  }

  Flux<String> frames() {
    return frames.asFlux();
  }

  Mono<Void> isCut() {
    return cut.asMono();
  }
}
