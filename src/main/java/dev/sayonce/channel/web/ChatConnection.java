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
  private static final Duration TYPING_REFILL = Duration.ofMillis(1500);

  private final ChatRoom room;
  private final SocketOut<ServerFrame> out;
  private final Sinks.Many<Mono<Void>> lane =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Mono<Void>>get(MOST_QUEUED).get());
  private final Allowance typings = new Allowance(1, TYPING_REFILL);
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
      case ClientFrame.Typing _ -> types();
      case ClientFrame.Pong _ -> Mono.empty();
      case ClientFrame.Say say ->
          hear(say.id(), v -> Translator.hear(say, v.contact(), hint, now()));
      case ClientFrame.Choose c -> hear(c.id(), v -> Translator.hear(c, v.contact(), hint, now()));
      case ClientFrame.Consent c -> hear(c.id(), v -> Translator.hear(c, v.contact(), hint, now()));
      case ClientFrame.End e -> hear(e.id(), v -> Translator.hear(e, v.contact(), hint, now()));
      case ClientFrame.Switch s -> hear(s.id(), v -> Translator.hear(s, v.contact(), hint, now()));
    };
  }

  /** Somebody who types faster than we care about is not told so: nothing is lost by it. */
  private Mono<Void> types() {
    var who = visitor;
    return who == null || typings.take(now()) > 0 ? Mono.empty() : room.types(who.thread());
  }

  private Instant now() {
    return room.clock().instant();
  }

  private Mono<Void> welcome(ClientFrame.Hello hello) {
    long wait = hellos.take(now());
    if (wait > 0) {
      send(new ServerFrame.Refused(Optional.empty(), "too-fast", Optional.of(wait)));
      return Mono.empty();
    }
    return room.visitors()
        .greeting(hello.token(), hello.identity())
        .flatMap(at -> room.isRevoked(at).onErrorReturn(false).doOnNext(r -> admit(at, hello, r)))
        .onErrorResume(_ -> unknownVisitor())
        .then();
  }

  /** Who it is can't be looked up; the page greets again. */
  private Mono<Boolean> unknownVisitor() {
    send(Answers.unavailable());
    return Mono.empty();
  }

  private void admit(Visitor who, ClientFrame.Hello hello, boolean revoked) {
    if (revoked) {
      refuse(Optional.empty(), "revoked");
    } else {
      begin(who, hello);
    }
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
    var welcome = Translator.welcome(who, hint, room.flows(), room.files(), room.elsewhere());
    var fresh = room.reader(who.thread(), out, this::relocate);
    reader = fresh;
    out.send(welcome);
    enqueue(room.visitors().introduceToTalk(who, hint).onErrorComplete());
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
        send(new ServerFrame.Refused(about, reason, Optional.empty()));
        yield Mono.empty();
      }
      case Heard.Understood(var known, var event) -> admit(who, known, event);
    };
  }

  private Mono<Void> admit(Visitor who, String id, Event event) {
    long wait = room.allowances().of(who.thread()).take(now());
    if (wait > 0) {
      send(new ServerFrame.Refused(Optional.of(id), "too-fast", Optional.of(wait)));
      return Mono.empty();
    }
    return room.lacksConsent(who.thread(), event)
        .flatMap(
            lacking -> lacking ? Mono.just(Answers.refused(id, "consent")) : take(who, id, event))
        .onErrorResume(e -> Mono.just(Answers.notTaken(id, e)))
        .doOnNext(this::send)
        .then();
  }

  private Mono<ServerFrame> take(Visitor who, String id, Event event) {
    return introduced(who, event)
        .then(Mono.defer(() -> room.engine().handle(who.home(), event)))
        .doOnNext(
            receipt -> {
              if (!receipt.conversation().thread().equals(who.thread())) {
                relocate();
              }
            })
        .map(r -> Answers.taken(id, event, r));
  }

  /** A thread must not begin with who they are before they accepted what it begins with. */
  private Mono<Void> introduced(Visitor who, Event event) {
    return event instanceof Event.CustomerConsented || event instanceof Event.CustomerEnded
        ? Mono.empty()
        : room.visitors().introduce(who, hint);
  }

  /** The customer is in another thread: the page goes on reading there. */
  private void relocate() {
    var who = visitor;
    if (who != null) {
      enqueue(room.visitors().place(who).doOnNext(this::follow).then(Mono.defer(this::readOn)));
    }
  }

  private void follow(Visitor now) {
    var who = visitor;
    if (who == null || closed || !who.home().equals(now.home()) || who.equals(now)) {
      return;
    }
    leave();
    if (room.enter(now.thread(), this)) {
      visitor = now;
      reader = room.reader(now.thread(), out, this::relocate);
    } else {
      refuse(Optional.empty(), "too-many");
      out.close();
    }
  }

  private Mono<Void> readOn() {
    var now = reader;
    return now == null ? Mono.empty() : now.ping();
  }

  private void send(ServerFrame frame) {
    if (frame instanceof ServerFrame.Refused(_, var reason, _)) {
      room.refused(reason);
    }
    out.send(frame);
  }

  private void refuse(Optional<String> id, String reason) {
    send(new ServerFrame.Refused(id, reason, Optional.empty()));
  }

  void committed(Committed turn) {
    read(r -> r.committed(turn));
  }

  /** The agent who has the conversation is writing. */
  void typing(String agent) {
    out.send(new ServerFrame.Typing(agent));
  }

  /** The bot is at work and will say something. */
  void botTypes() {
    out.send(new ServerFrame.Typing(""));
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
          room.isRevoked(who).filter(Boolean::booleanValue).doOnNext(_ -> endSession(who)).then());
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
