package dev.sayonce.channel;

import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The life of a socket: its page's frames are taken one after another, it is pinged, and it ends
 * when the page closes it, answers no ping, does not read, or the gateway stops.
 */
public final class SocketLife {

  private static final Logger log = LoggerFactory.getLogger(SocketLife.class);
  private static final int PINGS_MISSED = 3;

  private final WebSocketSession session;
  private final SocketOut<?> out;
  private final Curfew curfew;

  public SocketLife(WebSocketSession session, SocketOut<?> out, Curfew curfew) {
    this.session = session;
    this.out = out;
    this.curfew = curfew;
  }

  /**
   * Completes when the socket has ended, however it did.
   *
   * @param receive takes one frame
   * @param ping done at each ping; pages answer by a frame
   * @param work whatever else goes on as long as the socket lives
   */
  public Mono<Void> run(
      Function<String, Mono<Void>> receive, Duration every, Mono<Void> ping, Mono<Void> work) {
    var receiving =
        session
            .receive()
            .timeout(every.multipliedBy(PINGS_MISSED))
            .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
            .map(WebSocketMessage::getPayloadAsText)
            .concatMap(receive)
            .doOnTerminate(out::close);
    var pinging = Flux.interval(every).onBackpressureDrop().concatMap(_ -> ping, 1);
    var sending = session.send(out.frames().map(session::textMessage));
    return Flux.merge(receiving, pinging, work)
        .takeUntilOther(Mono.firstWithSignal(sending, out.isCut(), curfew.closing()))
        .doOnError(e -> log.debug("A socket ended: {}", e.toString()))
        .onErrorComplete()
        .then(session.close());
  }
}
