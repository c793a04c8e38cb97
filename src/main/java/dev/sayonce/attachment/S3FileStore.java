package dev.sayonce.attachment;

import dev.sayonce.conversation.ThreadId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files in a bucket: {@code prefix/kept/07/07-abc…/name}. Its client blocks. */
final class S3FileStore implements FileStore {

  private static final Pattern KEY =
      Pattern.compile("kept/\\d{2}/([^/]+)/([a-z0-9]+-[a-z0-9]+(?:\\.small)?)");
  private static final String HOME = "home";
  private static final int DELETED_AT_ONCE = 1000;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final Supplier<Path> scratch;
  private final Scheduler io;

  /**
   * @param scratch makes paths where contents may be put for a while
   */
  S3FileStore(S3Client client, FilesProperties.S3 s3, Supplier<Path> scratch, Scheduler io) {
    this.client = client;
    this.bucket = s3.bucket();
    this.prefix = s3.prefix();
    this.scratch = scratch;
    this.io = io;
  }

  @Override
  public Mono<Void> put(ThreadId thread, String name, Path content) {
    return on(() -> client.putObject(r -> r.bucket(bucket).key(key(thread, name)), content)).then();
  }

  @Override
  public Mono<Local> open(ThreadId thread, String name) {
    return on(() -> fetch(key(thread, name)))
        .onErrorResume(S3FileStore::isMissing, _ -> Mono.empty());
  }

  private Local fetch(String key) {
    var path = scratch.get();
    client.getObject(r -> r.bucket(bucket).key(key), path);
    return new Local(path, true);
  }

  @Override
  public Mono<Void> remove(ThreadId thread, String name) {
    return on(() -> client.deleteObject(r -> r.bucket(bucket).key(key(thread, name)))).then();
  }

  @Override
  public Mono<Void> removeAll(ThreadId thread) {
    return listed(folder(thread))
        .map(o -> ObjectIdentifier.builder().key(o.key()).build())
        .buffer(DELETED_AT_ONCE)
        .concatMap(objects -> on(() -> delete(objects)))
        .then();
  }

  /** A store tells of single objects that it could not delete in an answer that succeeds. */
  private boolean delete(List<ObjectIdentifier> objects) {
    var all = Delete.builder().objects(objects).quiet(true).build();
    var answer = client.deleteObjects(r -> r.bucket(bucket).delete(all));
    if (answer.hasErrors()) {
      throw new IllegalStateException(
          "%d objects were not deleted: %s"
              .formatted(answer.errors().size(), answer.errors().getFirst().code()));
    }
    return true;
  }

  @Override
  public Flux<Kept> all() {
    return listed(prefix + "kept/").mapNotNull(this::kept);
  }

  private @Nullable Kept kept(S3Object object) {
    var match = KEY.matcher(object.key().substring(prefix.length()));
    return match.matches()
        ? new Kept(new ThreadId(match.group(1)), match.group(2), object.lastModified())
        : null;
  }

  private Flux<S3Object> listed(String under) {
    return Flux.defer(
            () ->
                Flux.fromIterable(
                    client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(under)).contents()))
        .subscribeOn(io);
  }

  @Override
  public Mono<Optional<String>> home() {
    return on(() -> client.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + HOME)))
        .map(bytes -> Optional.of(bytes.asString(StandardCharsets.UTF_8).strip()))
        .onErrorResume(S3FileStore::isMissing, _ -> Mono.just(Optional.empty()));
  }

  @Override
  public Mono<Void> home(String name) {
    return on(() ->
            client.putObject(
                r -> r.bucket(bucket).key(prefix + HOME), RequestBody.fromString(name)))
        .then();
  }

  private static boolean isMissing(Throwable failure) {
    return failure instanceof NoSuchKeyException
        || (failure instanceof S3Exception s3 && s3.statusCode() == 404);
  }

  private String folder(ThreadId thread) {
    return "%skept/%02d/%s/".formatted(prefix, thread.partition(), thread);
  }

  private String key(ThreadId thread, String name) {
    return folder(thread) + name;
  }

  private <T> Mono<T> on(Callable<T> call) {
    return Mono.fromCallable(call).subscribeOn(io);
  }
}
