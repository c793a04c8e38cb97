package dev.sayonce.attachment;

import dev.sayonce.Sha256;
import dev.sayonce.attachment.FileRefused.Why;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Attachment.Picture;
import dev.sayonce.conversation.ThreadId;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * Where files come in: they are written to the disk as they come, so that a gateway's memory does
 * not depend on how many and how large they are, and looked at when they are whole.
 */
final class Reception {

  /** Nobody holds a place without sending. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration AGAIN_IN = Duration.ofSeconds(3);

  private final Scratch scratch;
  private final ContentCheck check = new ContentCheck();
  private final long largest;
  private final Duration within;
  private final Scheduler io;
  private final Scheduler pictures;

  /**
   * @param io where contents are looked at
   * @param pictures where small pictures are made, one after another: each may need much memory
   */
  Reception(Scratch scratch, FilesProperties properties, Scheduler io, Scheduler pictures) {
    this.scratch = scratch;
    this.largest = properties.largest().toBytes();
    this.within = properties.within();
    this.io = io;
    this.pictures = pictures;
  }

  Mono<Place> open() {
    return Mono.fromCallable(() -> new Place(scratch.file(), scratch.path())).subscribeOn(io);
  }

  /** One file while it is here. */
  final class Place {

    private final Path content;
    private final Path small;
    private final MessageDigest digest = Sha256.digest();
    private long size;

    private Place(Path content, Path small) {
      this.content = content;
      this.small = small;
    }

    /** Writes the body down and looks at it; fails with {@link FileRefused}. */
    Mono<Attachment> receive(Uploads.Incoming file, FileType type) {
      var counted =
          file.body()
              .timeout(SILENCE)
              .handle(this::count)
              .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
      return DataBufferUtils.write(counted, content, StandardOpenOption.WRITE)
          .timeout(within)
          .onErrorMap(TimeoutException.class, _ -> new FileRefused(Why.UNAVAILABLE, AGAIN_IN))
          .then(Mono.fromCallable(() -> checked(file, type)).subscribeOn(io))
          .flatMap(name -> picture(type).map(p -> attachment(file, type, name, p)));
    }

    private void count(DataBuffer buffer, SynchronousSink<DataBuffer> next) {
      size += buffer.readableByteCount();
      if (size > largest) {
        DataBufferUtils.release(buffer);
        next.error(new FileRefused(Why.TOO_LARGE));
        return;
      }
      try (var bytes = buffer.readableByteBuffers()) {
        bytes.forEachRemaining(digest::update);
      }
      next.next(buffer);
    }

    /** The name to show, if the content is what its sender says. */
    private String checked(Uploads.Incoming file, FileType type) throws IOException {
      if (size == 0) {
        throw new FileRefused(Why.EMPTY);
      }
      var name = FileName.decoded(file.encodedName());
      var ending = FileName.ending(name);
      if (!(ending.isEmpty() || type.hasEnding(ending)) || !check.isA(type, content)) {
        throw new FileRefused(Why.MISMATCH);
      }
      return FileName.cleaned(name, type);
    }

    private Mono<Optional<Picture>> picture(FileType type) {
      return type.isPicture()
          ? Mono.fromCallable(() -> SmallPictures.make(content, type, small)).subscribeOn(pictures)
          : Mono.just(Optional.empty());
    }

    private Attachment attachment(
        Uploads.Incoming file, FileType type, String name, Optional<Picture> picture) {
      return new Attachment(
          Attachment.idOf(file.thread(), file.event()),
          name,
          type.mediaType(),
          size,
          HexFormat.of().formatHex(digest.digest()),
          picture);
    }

    /** Keeps the content, the small picture first: who sees the large one finds both. */
    Mono<Void> keep(FileStore files, ThreadId thread, Attachment attachment) {
      var smallFirst =
          attachment.picture().isPresent()
              ? files.put(thread, StoredName.ofSmall(attachment), small)
              : Mono.<Void>empty();
      return smallFirst.then(
          Mono.defer(() -> files.put(thread, StoredName.of(attachment), content)));
    }

    Mono<Void> clear() {
      return Mono.<Void>fromRunnable(
              () -> {
                Scratch.delete(content);
                Scratch.delete(small);
              })
          .subscribeOn(io);
    }
  }
}
