package dev.sayonce.channel.web;

import dev.sayonce.channel.Frames;
import dev.sayonce.channel.SocketOut;
import dev.sayonce.channel.web.Translator.Heard;
import dev.sayonce.conversation.Event;
import dev.sayonce.engine.Committed;
import dev.sayonce.flow.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * One socket of a chat page. Incoming frames are taken one after another; whatever is sent to the
 * page passes through its reader's lane.
 */
final class ChatConnection {

  private static final Logger log = LoggerFactory.getLogger(ChatConnection.class);
  private static final int MOST_QUEUED = 1024;
  private static final int MOST_HELLOS = 10;
  private static final Duration HELLO_REFILL = Duration.ofSeconds(2);

  private final ChatRoom room;
  private final SocketOut<ServerFrame> out;
  private final Sinks.Many<Mono<Void>> lane =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Mono<Void>>get(MOST_QUEUED).get());
  private final Allowance hellos = new Allowance(MOST_HELLOS, HELLO_REFILL);
  private volatile @Nullable Visitor visitor;
  private volatile @Nullable ThreadReader reader;
  private volatile Optional<Language> hint = Optional.empty();
  private volatile boolean closed;

  ChatConnection(ChatRoom room, SocketOut<ServerFrame> out) {
    this.room = room;
    this.out = out;
  }

  /** Does what is queued for the page, in order, till the socket closes. */
  Mono<Void> work() {
    return lane.asFlux().concatMap(task -> task.onErrorResume(this::unavailable)).then();
  }

  private Mono<Void> unavailable(Throwable failure) {
    log.warn(
        "A chat page could not be brought up to date, its next ping tries again: {}",
        failure.toString());
    return Mono.empty();
  }

  /** Takes one frame of the page. */
  Mono<Void> receive(String json) {
    var frame = Frames.read(json, ClientFrame.class);
    if (frame.isEmpty()) {
      refuse(Optional.empty(), "malformed");
      return Mono.empty();
    }
    return take(frame.get());
  }

  private Mono<Void> take(ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Hello hello -> welcome(hello);
      case ClientFrame.Pong _ -> Mono.empty();
      case ClientFrame.Say say ->
          hear(say.id(), v -> Translator.hear(say, v.contact(), hint, now()));
      case ClientFrame.Choose c -> hear(c.id(), v -> Translator.hear(c, v.contact(), hint, now()));
      case ClientFrame.Consent c -> hear(c.id(), v -> Translator.hear(c, v.contact(), hint, now()));
      case ClientFrame.End e -> hear(e.id(), v -> Translator.hear(e, v.contact(), hint, now()));
      case ClientFrame.Switch s -> hear(s.id(), v -> Translator.hear(s, v.contact(), hint, now()));
    };
  }

  private Instant now() {
    return room.clock().instant();
  }

  private Mono<Void> welcome(ClientFrame.Hello hello) {
    long wait = hellos.take(now());
    if (wait > 0) {
      out.send(new ServerFrame.Refused(Optional.empty(), "too-fast", Optional.of(wait)));
      return Mono.empty();
    }
    var who = Visitor.of(hello.token(), room.partitions());
    return room.isRevoked(who.thread())
        .onErrorReturn(false)
        .doOnNext(
            revoked -> {
              if (revoked) {
                refuse(Optional.empty(), "revoked");
              } else {
                begin(who, hello);
              }
            })
        .then();
  }

  private void begin(Visitor who, ClientFrame.Hello hello) {
    leave();
    if (!room.enter(who.thread(), this)) {
      refuse(Optional.empty(), "too-many");
      out.close();
      return;
    }
    visitor = who;
    if (closed) {
      leave(); // the socket closed while its session was looked up
      return;
    }
    hint = hello.language().flatMap(Translator::language);
    var welcome = Translator.welcome(who.token(), hint, room.flows(), room.files());
    var fresh = room.reader(who.thread(), out);
    reader = fresh;
    out.send(welcome);
    enqueue(Mono.defer(() -> fresh.resume(hello.after(), welcome.language())));
  }

  private Mono<Void> hear(String id, java.util.function.Function<Visitor, Heard> translate) {
    var who = visitor;
    if (who == null) {
      refuse(Optional.empty(), "malformed");
      return Mono.empty();
    }
    return switch (translate.apply(who)) {
      case Heard.NotUnderstood(var about, var reason) -> {
        out.send(new ServerFrame.Refused(about, reason, Optional.empty()));
        yield Mono.empty();
      }
      case Heard.Understood(var known, var event) -> admit(who, known, event);
    };
  }

  private Mono<Void> admit(Visitor who, String id, Event event) {
    long wait = room.allowances().of(who.thread()).take(now());
    if (wait > 0) {
      out.send(new ServerFrame.Refused(Optional.of(id), "too-fast", Optional.of(wait)));
      return Mono.empty();
    }
    return room.lacksConsent(who.thread(), event)
        .flatMap(
            lacking -> lacking ? Mono.just(Answers.refused(id, "consent")) : take(who, id, event))
        .onErrorResume(e -> Mono.just(Answers.notTaken(id, e)))
        .doOnNext(out::send)
        .then();
  }

  private Mono<ServerFrame> take(Visitor who, String id, Event event) {
    return room.engine().handle(who.thread(), event).map(r -> Answers.taken(id, event, r));
  }

  private void refuse(Optional<String> id, String reason) {
    out.send(new ServerFrame.Refused(id, reason, Optional.empty()));
  }

  void committed(Committed turn) {
    read(r -> r.committed(turn));
  }

  void moved() {
    read(ThreadReader::moved);
  }

  /** Tells the page the last number it should have, or that its session was ended. */
  void ping() {
    read(r -> r.ping().onErrorResume(_ -> Mono.empty()));
    var who = visitor;
    if (who != null) {
      enqueue(
          room.isRevoked(who.thread())
              .filter(Boolean::booleanValue)
              .doOnNext(_ -> endSession(who))
              .then());
    }
  }

  private void endSession(Visitor who) {
    if (!who.equals(visitor)) {
      return; // the page has begun anew meanwhile
    }
    leave();
    refuse(Optional.empty(), "revoked");
    visitor = null;
    reader = null;
  }

  private void read(java.util.function.Function<ThreadReader, Mono<Void>> task) {
    var now = reader;
    if (now != null) {
      enqueue(Mono.defer(() -> task.apply(now)));
    }
  }

  private void enqueue(Mono<Void> task) {
    synchronized (lane) {
      if (lane.tryEmitNext(task).isFailure()) {
        out.cutOff();
      }
    }
  }

  /** The socket is closed. */
  void close() {
    closed = true;
    leave();
  }

  private void leave() {
    var who = visitor;
    if (who != null) {
      room.leave(who.thread(), this);
    }
  }

  boolean isAnonymous() {
    return visitor == null;
  }
}
