package dev.sayonce.attachment;

import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.Receipt;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of a file into a conversation: it is kept first and said afterwards, so that no
 * transcript names a file that is not there. A file that was kept and not said is removed here, or
 * by the {@link FileSweep} where the outcome is unknown.
 */
public final class Uploads {

  private static final Logger log = LoggerFactory.getLogger(Uploads.class);
  private static final Duration AGAIN_IN = Duration.ofSeconds(3);

  private final FilesProperties properties;
  private final UploadGate gate;
  private final UploadQuotaStore quota;
  private final Reception reception;
  private final FileStore files;
  private final ConversationEngine engine;
  private final ConversationStore conversations;

  Uploads(
      FilesProperties properties,
      UploadQuotaStore quota,
      Reception reception,
      FileStore files,
      ConversationEngine engine,
      ConversationStore conversations) {
    this.properties = properties;
    this.gate = new UploadGate(properties.mostAtOnce());
    this.quota = quota;
    this.reception = reception;
    this.files = files;
    this.engine = engine;
    this.conversations = conversations;
  }

  /**
   * A file on its way in.
   *
   * @param event the id of the event that will say it
   * @param claimed its media type, as its sender says
   * @param encodedName its name, percent-encoded
   * @param announced its length in bytes as announced, -1 if it was not; never trusted
   */
  public record Incoming(
      ThreadId thread,
      Sender sender,
      String event,
      String claimed,
      String encodedName,
      long announced,
      Flux<DataBuffer> body) {}

  /**
   * Takes a file and commits the event that says it.
   *
   * @param saying makes the event, once the file is kept
   * @return the receipt of the event, also of one that came too late; fails with {@link
   *     FileRefused} if the file is not taken
   */
  public Mono<Receipt> take(Incoming file, Function<Attachment, Event> saying) {
    return Mono.defer(() -> admitted(file)).flatMap(type -> received(file, type, saying));
  }

  private Mono<FileType> admitted(Incoming file) {
    if (!properties.enabled()) {
      return Mono.error(new FileRefused(Why.UNKNOWN));
    }
    var type = FileType.of(file.claimed()).filter(properties::takes);
    if (type.isEmpty()) {
      return Mono.error(new FileRefused(Why.TYPE));
    }
    if (file.announced() > properties.largest().toBytes()) {
      return Mono.error(new FileRefused(Why.TOO_LARGE));
    }
    return quota.check(file.thread(), file.sender()).thenReturn(type.get());
  }

  private Mono<Receipt> received(Incoming file, FileType type, Function<Attachment, Event> saying) {
    if (!gate.enter(file.thread(), file.sender())) {
      return Mono.error(new FileRefused(Why.UNAVAILABLE, AGAIN_IN));
    }
    return Mono.usingWhen(
            reception.open(),
            place ->
                place
                    .receive(file, type)
                    .flatMap(
                        attachment ->
                            quota
                                .count(file.thread(), file.sender(), attachment.size())
                                .then(kept(place, file.thread(), attachment))
                                .then(Mono.defer(() -> said(file, attachment, saying)))),
            Reception.Place::clear)
        .doFinally(_ -> gate.leave(file.thread(), file.sender()));
  }

  private Mono<Void> kept(Reception.Place place, ThreadId thread, Attachment attachment) {
    return place
        .keep(files, thread, attachment)
        .onErrorMap(
            e -> {
              log.error("A file could not be kept; its sender is told to try again", e);
              return new FileRefused(Why.UNAVAILABLE, AGAIN_IN);
            });
  }

  private Mono<Receipt> said(
      Incoming file, Attachment attachment, Function<Attachment, Event> saying) {
    return engine
        .handle(file.thread(), saying.apply(attachment))
        .flatMap(
            receipt ->
                isNamed(receipt, attachment)
                    .flatMap(named -> named ? Mono.empty() : drop(file.thread(), attachment))
                    .onErrorResume(e -> leftToTheSweep(attachment, e))
                    .thenReturn(receipt));
  }

  /**
   * True if the transcript names this very content: an event that came again has its first content,
   * and one that came too late has none.
   */
  private Mono<Boolean> isNamed(Receipt receipt, Attachment attachment) {
    return receipt.verdict() instanceof Verdict.Late || receipt.first() == 0
        ? Mono.just(false)
        : conversations
            .entriesAfter(receipt.conversation(), receipt.first() - 1, 1)
            .next()
            .map(entry -> names(entry, attachment))
            .defaultIfEmpty(false);
  }

  private static boolean names(Entry entry, Attachment attachment) {
    return entry.file().filter(f -> StoredName.of(f).equals(StoredName.of(attachment))).isPresent();
  }

  private Mono<Void> drop(ThreadId thread, Attachment attachment) {
    return files
        .remove(thread, StoredName.of(attachment))
        .then(files.remove(thread, StoredName.ofSmall(attachment)));
  }

  private static Mono<Void> leftToTheSweep(Attachment attachment, Throwable failure) {
    log.warn("The file {} is left to the sweep: {}", attachment.id(), failure.toString());
    return Mono.empty();
  }
}
