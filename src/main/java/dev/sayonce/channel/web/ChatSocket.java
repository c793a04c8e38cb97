package dev.sayonce.channel.web;

import dev.sayonce.channel.Curfew;
import dev.sayonce.channel.SameOrigin;
import dev.sayonce.channel.SocketLife;
import dev.sayonce.channel.SocketOut;
import java.time.Duration;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** The chat's WebSocket endpoint. */
final class ChatSocket implements WebSocketHandler {

  private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

  private final ChatRoom room;
  private final Duration ping;
  private final Curfew curfew;

  ChatSocket(ChatRoom room, Duration ping, Curfew curfew) {
    this.room = room;
    this.ping = ping;
    this.curfew = curfew;
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    if (!SameOrigin.opened(session.getHandshakeInfo()) || !room.arrive()) {
      return session.close(CloseStatus.POLICY_VIOLATION);
    }
    var out = new SocketOut<ServerFrame>();
    var connection = new ChatConnection(room, out);
    var greeting =
        Mono.delay(HELLO_WITHIN)
            .filter(_ -> connection.isAnonymous())
            .doOnNext(_ -> out.close())
            .then();
    return new SocketLife(session, out, curfew)
        .run(
            connection::receive,
            ping,
            Mono.fromRunnable(connection::ping),
            Mono.when(connection.work(), greeting))
        .doFinally(
            _ -> {
              connection.close();
              room.depart();
            });
  }
}
