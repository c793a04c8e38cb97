package dev.sayonce.channel.telegram;

import dev.sayonce.attachment.FileRefused;
import dev.sayonce.attachment.Sender;
import dev.sayonce.attachment.Uploads;
import dev.sayonce.channel.telegram.Incoming.Media;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Event;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import reactor.core.publisher.Mono;

/**
 * Brings a customer's file from Telegram into our own store, like any other: Telegram may forget
 * it, and its address holds the token. What can't be kept the customer is told of and agents see
 * named.
 */
final class Fetching {

  /** Telegram gives bots no larger ones. */
  private static final long LARGEST = 20L * 1024 * 1024;

  private static final int MOST_TRIES = 4;

  /** Names for what has none, by its media type. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg",
          "jpg",
          "audio/ogg",
          "ogg",
          "audio/mpeg",
          "mp3",
          "audio/mp4",
          "m4a",
          "video/mp4",
          "mp4");

  private final Telegram telegram;
  private final TelegramFiles files;
  private final Uploads uploads;
  private final ConversationEngine engine;
  private final OnceStore once;
  private final Clock clock;

  Fetching(
      Telegram telegram,
      TelegramFiles files,
      Uploads uploads,
      ConversationEngine engine,
      OnceStore once,
      Clock clock) {
    this.telegram = telegram;
    this.files = files;
    this.uploads = uploads;
    this.engine = engine;
    this.once = once;
    this.clock = clock;
  }

  /** Completes when the file is said, or that it could not be kept. */
  Mono<Receipt> fetch(Received r, String event, Media m) {
    if (m.size() > LARGEST) {
      return notKept(r, event, m, "file-too-large");
    }
    return isFirstOfItsAlbum(r, m)
        .flatMap(first -> fetch(r, event, m, !first))
        .onErrorResume(Gone.class, _ -> notKept(r, event, m, "file-not-taken"))
        .onErrorResume(FileRefused.class, e -> refused(r, event, m, e));
  }

  private Mono<Boolean> isFirstOfItsAlbum(Received r, Media m) {
    return m.album()
        .map(album -> once.isFirst("album:" + r.chat() + ":" + album, Long.toString(r.update())))
        .orElseGet(() -> Mono.just(true));
  }

  private Mono<Receipt> fetch(Received r, String event, Media m, boolean more) {
    return path(m, 1)
        .flatMap(
            path ->
                engine
                    .place(engine.home(r.contact()))
                    .flatMap(
                        thread ->
                            uploads.take(
                                new Uploads.Incoming(
                                    thread,
                                    Sender.CUSTOMER,
                                    event,
                                    type(m),
                                    encoded(name(m)),
                                    m.size() > 0 ? m.size() : -1,
                                    files.content(path)),
                                file -> said(r, event, m, file, more))));
  }

  /** Where Telegram keeps it for the next hour. */
  private Mono<String> path(Media m, int tries) {
    return telegram
        .call(new GetFile(m.file()))
        .flatMap(
            reply ->
                switch (reply) {
                  case Reply.Ok(var file) when file.path("file_path").isTextual() ->
                      Mono.just(file.path("file_path").asText());
                  case Reply.Ok _ -> Mono.error(new Gone());
                  case Reply.Refused x when !x.isTooMuch() -> Mono.error(new Gone());
                  case Reply.Refused _, Reply.NotSent _, Reply.Unknown _ ->
                      tries < MOST_TRIES ? again(m, tries, reply) : Mono.error(new Gone());
                });
  }

  private Mono<String> again(Media m, int tries, Reply reply) {
    var wait = new TelegramTrouble(reply).waitAtLeast(Duration.ofSeconds(tries));
    return Mono.delay(wait).then(Mono.defer(() -> path(m, tries + 1)));
  }

  /** Telegram does not give it. */
  private static final class Gone extends RuntimeException {
    Gone() {
      super("Telegram does not give the file", null, false, false);
    }
  }

  private Event said(Received r, String event, Media m, Attachment file, boolean more) {
    return new Event.CustomerSentFile(
        event, clock.instant(), r.contact(), r.language(), file, m.caption(), more);
  }

  /** What is refused for now is asked for again. */
  private Mono<Receipt> refused(Received r, String event, Media m, FileRefused refusal) {
    return switch (refusal.why()) {
      case UNAVAILABLE -> Mono.error(refusal);
      case TOO_LARGE -> notKept(r, event, m, "file-too-large");
      case TYPE, MISMATCH, EMPTY, TOO_FAST, MALFORMED, UNKNOWN ->
          notKept(r, event, m, "file-not-taken");
    };
  }

  private Mono<Receipt> notKept(Received r, String event, Media m, String kind) {
    var size = m.size() > 0 ? "%.1f MB".formatted(m.size() / 1024.0 / 1024.0) : "";
    var what =
        Stream.of(m.kind(), m.name(), size)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    return engine.handle(
        new Event.CustomerSentOther(
            event, clock.instant(), r.contact(), r.language(), kind, what, m.caption()));
  }

  private static String name(Media m) {
    var ending = ENDINGS.get(type(m));
    return m.name().isEmpty() ? m.kind() + (ending == null ? "" : "." + ending) : m.name();
  }

  private static String type(Media m) {
    return switch (m.type().toLowerCase(Locale.ROOT)) {
      case "audio/x-m4a", "audio/m4a" -> "audio/mp4";
      case "audio/mp3" -> "audio/mpeg";
      case "audio/opus", "audio/x-opus+ogg" -> "audio/ogg";
      case String other -> other;
    };
  }

  private static String encoded(String name) {
    return UriUtils.encode(name, StandardCharsets.UTF_8);
  }
}
