package dev.sayonce.console;

import dev.sayonce.channel.Curfew;
import dev.sayonce.channel.SameOrigin;
import dev.sayonce.channel.SocketLife;
import dev.sayonce.channel.SocketOut;
import dev.sayonce.console.ConsoleFrame.Outgoing;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.DeliveryStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.staff.Presence;
import dev.sayonce.staff.SessionStore;
import dev.sayonce.staff.SignedIn;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** The console's WebSocket endpoint. An agent is present as long as one of theirs is open. */
@Component
final class ConsoleSocket implements WebSocketHandler {

  private static final Duration PING = Duration.ofSeconds(20);

  private final ConversationStore store;
  private final FlowSets flows;
  private final Colleagues.Room room;
  private final Access access;
  private final Presence presence;
  private final SessionStore sessions;
  private final Curfew curfew;
  private final CountsFeed counts;
  private final DeliveryStore deliveries;
  private final Set<ConsoleConnection> open = ConcurrentHashMap.newKeySet();

  ConsoleSocket(
      ConversationStore store,
      FlowSets flows,
      Access access,
      Presence presence,
      SessionStore sessions,
      Curfew curfew,
      CountsFeed counts,
      Colleagues.Room room,
      DeliveryStore deliveries,
      TurnFeed feed) {
    this.store = store;
    this.flows = flows;
    this.access = access;
    this.presence = presence;
    this.sessions = sessions;
    this.curfew = curfew;
    this.counts = counts;
    this.room = room;
    this.deliveries = deliveries;
    feed.onTurn(this::tell);
    room.signals().onSignal(signal -> open.forEach(console -> console.hear(signal)));
    room.lookers().onChange(id -> open.forEach(console -> console.looked(id)));
  }

  /** How many are open here. */
  int sockets() {
    return open.size();
  }

  private void tell(Committed turn) {
    open.forEach(connection -> connection.committed(turn));
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    var handshake = session.getHandshakeInfo();
    return SameOrigin.opened(handshake)
        ? handshake.getPrincipal().cast(SignedIn.class).flatMap(who -> serve(session, who))
        : session.close(CloseStatus.POLICY_VIOLATION);
  }

  private Mono<Void> serve(WebSocketSession session, SignedIn who) {
    var out = new SocketOut<Outgoing>();
    var connection =
        new ConsoleConnection(who.account(), access, store, deliveries, flows, room, out::send);
    arrive(who, connection, out);
    return new SocketLife(session, out, curfew)
        .run(connection::receive, PING, ping(who, connection, out), Mono.never())
        .doFinally(_ -> leave(who, connection));
  }

  private void arrive(SignedIn who, ConsoleConnection connection, SocketOut<Outgoing> out) {
    open.add(connection);
    counts.join(connection);
    presence.arrived(who.account().id());
    out.send(new Outgoing.Ready());
  }

  private void leave(SignedIn who, ConsoleConnection connection) {
    open.remove(connection);
    counts.leave(connection);
    connection.close();
    presence.left(who.account().id());
  }

  private Mono<Void> ping(SignedIn who, ConsoleConnection connection, SocketOut<Outgoing> out) {
    return Mono.defer(() -> sessions.isStillValid(who))
        .onErrorReturn(true)
        .doOnNext(valid -> pingOrEnd(valid, out))
        .then(Mono.defer(connection::catchUp));
  }

  private static void pingOrEnd(boolean valid, SocketOut<Outgoing> out) {
    out.send(valid ? new Outgoing.Ping() : new Outgoing.SignedOut());
    if (!valid) {
      out.close();
    }
  }
}
