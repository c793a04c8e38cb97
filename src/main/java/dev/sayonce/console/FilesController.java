package dev.sayonce.console;

import dev.sayonce.attachment.Downloads;
import dev.sayonce.attachment.FileRefused;
import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.attachment.Sender;
import dev.sayonce.attachment.Uploads;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.staff.SignedIn;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files of a conversation for whoever may see it, and those that its agent sends. */
@RestController
@RequestMapping("/console/api/conversations/{id}/files")
final class FilesController {

  private final AgentDoings doings;
  private final Uploads uploads;
  private final Downloads downloads;
  private final Clock clock;

  FilesController(AgentDoings doings, Uploads uploads, Downloads downloads, Clock clock) {
    this.doings = doings;
    this.uploads = uploads;
    this.downloads = downloads;
    this.clock = clock;
  }

  /** The file is committed; {@code n} is the number of its entry. */
  record Sent(String id, String conversation, int n) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Sent> send(
      @PathVariable String id, @AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
    var client = header(exchange, "X-Client-Id").filter(AgentDoings::isClientId);
    return client.isEmpty()
        ? Mono.error(new FileRefused(Why.MALFORMED))
        : doings
            .visible(id, who)
            .flatMap(_ -> take(new ConversationId(id), client.get(), who, exchange));
  }

  private Mono<Sent> take(
      ConversationId id, String client, SignedIn who, ServerWebExchange exchange) {
    var event = AgentDoings.event(who, client);
    var agent = ConversationsController.agentOf(who);
    return uploads
        .take(
            incoming(id, event, exchange),
            file -> new Event.AgentSentFile(event, clock.instant(), id, agent, file))
        .map(receipt -> new Sent(client, id.value(), AgentDoings.done(receipt).n()));
  }

  private static Uploads.Incoming incoming(
      ConversationId id, String event, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return new Uploads.Incoming(
        id.thread(),
        Sender.AGENT,
        event,
        header(exchange, HttpHeaders.CONTENT_TYPE).orElse(""),
        header(exchange, "X-File-Name").orElse(""),
        request.getHeaders().getContentLength(),
        request.getBody());
  }

  @GetMapping("/{file}")
  Mono<Void> show(
      @PathVariable String id,
      @PathVariable String file,
      @RequestParam(defaultValue = "full") String size,
      @AuthenticationPrincipal SignedIn who,
      ServerWebExchange exchange) {
    return doings
        .visible(id, who)
        .flatMap(_ -> downloads.answer(new ConversationId(id), file, size, exchange));
  }

  private static Optional<String> header(ServerWebExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(name));
  }
}
