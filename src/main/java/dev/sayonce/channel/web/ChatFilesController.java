package dev.sayonce.channel.web;

import dev.sayonce.attachment.Downloads;
import dev.sayonce.attachment.FileRefused;
import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.attachment.Sender;
import dev.sayonce.attachment.Uploads;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.Receipt;
import dev.sayonce.flow.Language;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The customer's files: in by their session alone, and out to their session alone. */
@RestController
final class ChatFilesController {

  private final ChatRoom room;
  private final Uploads uploads;
  private final Downloads downloads;

  ChatFilesController(ChatRoom room, Uploads uploads, Downloads downloads) {
    this.room = room;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  /** The file is committed; {@code n} is the number of its entry. */
  record Sent(String id, String conversation, int n) {}

  @PostMapping("/chat/files")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Sent> send(ServerWebExchange exchange) {
    var id = header(exchange, "X-Client-Id").filter(Translator::isId);
    return id.isEmpty()
        ? Mono.error(new FileRefused(Why.MALFORMED))
        : visitor(exchange)
            .switchIfEmpty(Mono.error(new FileRefused(Why.REVOKED)))
            .doOnNext(this::slowDown)
            .flatMap(who -> take(who, id.get(), exchange));
  }

  /** A file counts as a message, besides what files are counted by. */
  private void slowDown(Visitor who) {
    long wait = room.allowance(who.thread()).take(room.clock().instant());
    if (wait > 0) {
      throw new FileRefused(Why.TOO_FAST, Duration.ofMillis(wait));
    }
  }

  private Mono<Sent> take(Visitor who, String id, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var incoming =
        new Uploads.Incoming(
            who.thread(),
            Sender.CUSTOMER,
            Translator.event(id),
            header(exchange, HttpHeaders.CONTENT_TYPE).orElse(""),
            header(exchange, "X-File-Name").orElse(""),
            request.getHeaders().getContentLength(),
            request.getBody());
    var hint = header(exchange, "X-Language").flatMap(Translator::language);
    return uploads.take(incoming, file -> said(who, id, hint, file)).map(r -> sent(id, r));
  }

  private dev.sayonce.conversation.Event said(
      Visitor who, String id, Optional<Language> hint, Attachment file) {
    return Translator.sent(id, room.clock().instant(), who.contact(), hint, file);
  }

  private static Sent sent(String id, Receipt receipt) {
    return new Sent(id, receipt.conversation().value(), receipt.first());
  }

  @GetMapping("/chat/files/{conversation}/{file}")
  Mono<Void> show(
      @PathVariable String conversation,
      @PathVariable String file,
      @RequestParam(defaultValue = "full") String size,
      ServerWebExchange exchange) {
    return visitor(exchange)
        .filter(who -> isTheirs(conversation, who))
        .switchIfEmpty(Mono.error(new FileRefused(Why.UNKNOWN)))
        .flatMap(_ -> downloads.answer(new ConversationId(conversation), file, size, exchange));
  }

  private static boolean isTheirs(String conversation, Visitor who) {
    return ConversationId.isConversationId(conversation)
        && new ConversationId(conversation).thread().equals(who.thread());
  }

  /** Whose session it is; empty if there is none or it was ended. */
  private Mono<Visitor> visitor(ServerWebExchange exchange) {
    return Mono.justOrEmpty(
            Visitor.bearing(header(exchange, HttpHeaders.AUTHORIZATION), room.partitions()))
        .filterWhen(who -> room.isRevoked(who.thread()).map(revoked -> !revoked));
  }

  private static Optional<String> header(ServerWebExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(name));
  }
}
