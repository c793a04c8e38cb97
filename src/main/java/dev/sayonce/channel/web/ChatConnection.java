package dev.sayonce.channel.web;

import dev.sayonce.channel.Frames;
import dev.sayonce.channel.SocketOut;
import dev.sayonce.channel.web.Translator.Heard;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.engine.Busy;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.Receipt;
import dev.sayonce.flow.Language;
import dev.sayonce.redis.RedisOutage;
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
  private static final int PROTOCOL = 1;
  private static final int MOST_QUEUED = 1024;
  private static final int MOST_HELLOS = 10;
  private static final Duration HELLO_REFILL = Duration.ofSeconds(2);
  private static final Duration TYPING_REFILL = Duration.ofMillis(1500);
  private static final long BUSY_FOR = 1000;
  private static final long UNAVAILABLE_FOR = 2000;

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
      refuse(Optional.empty(), "too-fast");
      out.close();
      return;
    }
    visitor = who;
    if (closed) {
      leave(); // the socket closed while its session was looked up
      return;
    }
    hint = hello.language().flatMap(Translator::language);
    var company = room.company();
    var language =
        hint.filter(company.languages()::contains).orElse(company.defaultLanguage()).code();
    var fresh = room.reader(who.thread(), out);
    reader = fresh;
    out.send(
        new ServerFrame.Welcome(
            PROTOCOL,
            who.token(),
            language,
            company.languages().stream().map(Language::code).toList(),
            company.name(),
            company.greeting(),
            room.files()));
    enqueue(Mono.defer(() -> fresh.resume(hello.after(), language)));
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
    long wait = room.allowance(who.thread()).take(now());
    if (wait > 0) {
      out.send(new ServerFrame.Refused(Optional.of(id), "too-fast", Optional.of(wait)));
      return Mono.empty();
    }
    return room.engine()
        .handle(who.thread(), event)
        .doOnNext(receipt -> out.send(answer(id, receipt)))
        .onErrorResume(e -> notTaken(id, e))
        .then();
  }

  private static ServerFrame answer(String id, Receipt receipt) {
    return switch (receipt.verdict()) {
      case Verdict.Applied _ ->
          new ServerFrame.Ack(id, receipt.conversation().value(), receipt.first());
      case Verdict.Late _ -> new ServerFrame.Refused(Optional.of(id), "passed", Optional.empty());
    };
  }

  private <T> Mono<T> notTaken(String id, Throwable failure) {
    if (!(failure instanceof Busy) && !RedisOutage.caused(failure)) {
      log.warn("A message was not taken, its page sends it again: {}", failure.toString());
    }
    out.send(
        failure instanceof Busy
            ? new ServerFrame.Refused(Optional.of(id), "busy", Optional.of(BUSY_FOR))
            : new ServerFrame.Refused(
                Optional.of(id), "unavailable", Optional.of(UNAVAILABLE_FOR)));
    return Mono.empty();
  }

  private void refuse(Optional<String> id, String reason) {
    out.send(new ServerFrame.Refused(id, reason, Optional.empty()));
  }

  void committed(Committed turn) {
    read(r -> r.committed(turn));
  }

  /** The agent who has the conversation is writing. */
  void typing(String agent) {
    out.send(new ServerFrame.Typing(agent));
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
