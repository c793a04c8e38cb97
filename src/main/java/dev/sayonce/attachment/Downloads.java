package dev.sayonce.attachment;

import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.engine.ConversationStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ResourceHttpMessageWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Shows files that stand in a transcript. Whether the one who asks may see the conversation is
 * settled before.
 */
public final class Downloads {

  private static final Logger log = LoggerFactory.getLogger(Downloads.class);
  private static final Duration AGAIN_IN = Duration.ofSeconds(5);
  private static final int PAGE = 500;
  private static final ResolvableType KIND = ResolvableType.forClass(Resource.class);
  private static final ResourceHttpMessageWriter CONTENTS = new ResourceHttpMessageWriter();

  private final ConversationStore conversations;
  private final FileStore files;
  private final Scheduler io;

  Downloads(ConversationStore conversations, FileStore files, Scheduler io) {
    this.conversations = conversations;
    this.files = files;
    this.io = io;
  }

  /**
   * Answers with a file of the conversation, or with its small picture where {@code size} is {@code
   * small}; fails with {@link FileRefused} if there is none.
   */
  public Mono<Void> answer(
      ConversationId conversation, String file, String size, ServerWebExchange exchange) {
    boolean small = size.equals("small");
    return named(conversation, file)
        .filter(found -> !small || found.picture().isPresent())
        .switchIfEmpty(Mono.error(new FileRefused(Why.UNKNOWN)))
        .flatMap(found -> answer(conversation, found, small, exchange));
  }

  /** Does something with the content as a file of this machine; empty if it is gone. */
  public <T> Mono<T> use(
      ConversationId conversation, Attachment file, Function<Path, Mono<T>> doing) {
    return files
        .open(conversation.thread(), StoredName.of(file))
        .flatMap(local -> doing.apply(local.path()).doFinally(_ -> discard(local)));
  }

  private void discard(FileStore.Local local) {
    if (local.isCopy()) {
      io.schedule(() -> Scratch.delete(local.path()));
    }
  }

  private Mono<Attachment> named(ConversationId conversation, String file) {
    return Flux.defer(() -> page(conversation, 0))
        .flatMapIterable(entry -> entry.file().stream().toList())
        .filter(found -> found.id().equals(file))
        .next();
  }

  private Flux<Entry> page(ConversationId conversation, int after) {
    return conversations
        .entriesAfter(conversation, after, PAGE)
        .collectList()
        .flatMapMany(
            entries ->
                entries.size() < PAGE
                    ? Flux.fromIterable(entries)
                    : Flux.concat(
                        Flux.fromIterable(entries),
                        Flux.defer(() -> page(conversation, after + PAGE))));
  }

  private Mono<Void> answer(
      ConversationId conversation, Attachment file, boolean small, ServerWebExchange exchange) {
    var name = small ? StoredName.ofSmall(file) : StoredName.of(file);
    describe(file, small, exchange.getResponse().getHeaders());
    if (exchange.checkNotModified("\"" + name + "\"")) {
      return exchange.getResponse().setComplete();
    }
    return files
        .open(conversation.thread(), name)
        .onErrorMap(Downloads::notGiven)
        .switchIfEmpty(Mono.error(new FileRefused(Why.UNKNOWN)))
        .flatMap(local -> write(local, typeOf(file, small), exchange));
  }

  private static FileRefused notGiven(Throwable failure) {
    log.error("A kept file could not be read", failure);
    return new FileRefused(Why.UNAVAILABLE, AGAIN_IN);
  }

  /**
   * Pictures and recordings of kinds that can do nothing are shown, everything else is only ever
   * saved; and it is what we found it to be, whatever a browser thinks.
   */
  private static void describe(Attachment file, boolean small, HttpHeaders headers) {
    var isShown = FileType.of(file.type()).filter(t -> t.isPicture() || t.isPlayed()).isPresent();
    var disposition = isShown ? ContentDisposition.inline() : ContentDisposition.attachment();
    headers.setContentType(typeOf(file, small));
    headers.setContentDisposition(
        disposition.filename(file.name(), StandardCharsets.UTF_8).build());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.setCacheControl(CacheControl.noCache().cachePrivate());
    headers.setVary(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE));
  }

  private static MediaType typeOf(Attachment file, boolean small) {
    return (small ? Optional.of(FileType.JPEG) : FileType.of(file.type()))
        .map(type -> MediaType.parseMediaType(type.mediaType()))
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  /** All of it, or the parts of it that a browser asks for to play on from another place. */
  private Mono<Void> write(FileStore.Local local, MediaType type, ServerWebExchange exchange) {
    var content = new FileSystemResource(local.path());
    var response = exchange.getResponse();
    var request = Ranges.stillSound(exchange.getRequest(), response);
    Ranges.explainRefusal(response, local.path());
    return CONTENTS
        .write(Mono.just(content), KIND, KIND, type, request, response, Map.of())
        .doFinally(_ -> discard(local));
  }
}
