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

  /** A page shows many pictures at once. */
  private final Allowances views = new Allowances(120, Duration.ofMillis(50));

  private final ChatRoom room;
  private final VisitorDoor door;
  private final Uploads uploads;
  private final Downloads downloads;

  ChatFilesController(ChatRoom room, VisitorDoor door, Uploads uploads, Downloads downloads) {
    this.room = room;
    this.door = door;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  /** The file is committed; {@code n} is the number of its entry. */
  record Sent(String id, String conversation, int n) {}

  /** A file counts as a message, besides what files are counted by. */
  @PostMapping("/chat/files")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Sent> send(ServerWebExchange exchange) {
    var id = header(exchange, "X-Client-Id").filter(Translator::isId);
    return id.isEmpty()
        ? Mono.error(new FileRefused(Why.MALFORMED))
        : door.enter(exchange.getRequest().getHeaders(), room.allowances())
            .filterWhen(who -> room.lacksConsent(who.thread()).map(lacks -> !lacks))
            .switchIfEmpty(Mono.error(ChatRefusal::consent))
            .delayUntil(who -> room.visitors().introduce(who, hint(exchange)))
            .flatMap(who -> take(who, id.get(), exchange));
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
    return uploads
        .take(incoming, file -> said(who, id, hint(exchange), file))
        .map(r -> sent(id, r));
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
    return door.enter(exchange.getRequest().getHeaders(), views)
        .filter(who -> isTheirs(conversation, who))
        .switchIfEmpty(Mono.error(ChatRefusal::notFound))
        .onErrorMap(ChatFilesController::isStranger, _ -> ChatRefusal.notFound())
        .flatMap(_ -> downloads.answer(new ConversationId(conversation), file, size, exchange));
  }

  private static boolean isStranger(Throwable failure) {
    return failure instanceof ChatRefusal refusal && refusal.status() == HttpStatus.UNAUTHORIZED;
  }

  private static boolean isTheirs(String conversation, Visitor who) {
    return ConversationId.isConversationId(conversation)
        && new ConversationId(conversation).thread().equals(who.thread());
  }

  private static Optional<Language> hint(ServerWebExchange exchange) {
    return header(exchange, "X-Language").flatMap(Translator::language);
  }

  private static Optional<String> header(ServerWebExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(name));
  }
}
