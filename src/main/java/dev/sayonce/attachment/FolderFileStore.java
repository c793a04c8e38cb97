package dev.sayonce.attachment;

import dev.sayonce.conversation.ThreadId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Files in a folder: {@code kept/07/07-abc…/name}. */
final class FolderFileStore implements FileStore {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+-[a-z0-9]+(\\.small)?");
  private static final int DEPTH = 3;

  private final Path root;
  private final Path home;
  private final Scheduler io;

  FolderFileStore(Path folder, Scheduler io) {
    this.root = folder.resolve("kept");
    this.home = folder.resolve("home");
    this.io = io;
  }

  @Override
  public Mono<Void> put(ThreadId thread, String name, Path content) {
    return run(() -> move(content, folderOf(thread), name));
  }

  /**
   * The content is on the disk before it gets its name: a file that is there is whole, also after a
   * power cut.
   */
  private static void move(Path content, Path folder, String name) throws IOException {
    Disk.sync(content);
    try {
      Files.createDirectories(folder, Disk.OWN_FOLDER);
      Files.move(content, folder.resolve(checked(name)), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      // The thread was erased just now, folder and all; its owner has come again.
      Files.createDirectories(folder, Disk.OWN_FOLDER);
      Files.move(content, folder.resolve(checked(name)), StandardCopyOption.ATOMIC_MOVE);
    }
    Disk.sync(folder);
  }

  @Override
  public Mono<Local> open(ThreadId thread, String name) {
    return Mono.fromCallable(() -> folderOf(thread).resolve(checked(name)))
        .filter(Files::isRegularFile)
        .map(path -> new Local(path, false))
        .subscribeOn(io);
  }

  @Override
  public Mono<Void> remove(ThreadId thread, String name) {
    return run(() -> Files.deleteIfExists(folderOf(thread).resolve(checked(name))));
  }

  @Override
  public Mono<Void> removeAll(ThreadId thread) {
    return run(() -> FileSystemUtils.deleteRecursively(folderOf(thread)));
  }

  @Override
  public Flux<Kept> all() {
    return Flux.using(this::walk, Flux::fromStream, Stream::close)
        .mapNotNull(FolderFileStore::kept)
        .subscribeOn(io);
  }

  private Stream<Path> walk() throws IOException {
    return Files.isDirectory(root) ? Files.walk(root, DEPTH) : Stream.empty();
  }

  private static @Nullable Kept kept(Path path) {
    try {
      var name = path.getFileName().toString();
      return NAME.matcher(name).matches() && Files.isRegularFile(path)
          ? new Kept(
              new ThreadId(path.getName(path.getNameCount() - 2).toString()),
              name,
              Files.getLastModifiedTime(path).toInstant())
          : null;
    } catch (NoSuchFileException _) {
      return null; // removed meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Mono<Optional<String>> home() {
    return Mono.fromCallable(
            () ->
                Files.exists(home)
                    ? Optional.of(Files.readString(home).strip())
                    : Optional.<String>empty())
        .subscribeOn(io);
  }

  @Override
  public Mono<Void> home(String name) {
    return run(() -> Files.writeString(home, name));
  }

  private Path folderOf(ThreadId thread) {
    return root.resolve("%02d".formatted(thread.partition())).resolve(thread.value());
  }

  /** Nothing but a name that we make gets near a path. */
  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name of ours: " + name);
    }
    return name;
  }

  private interface Deed {
    void perform() throws IOException;
  }

  private Mono<Void> run(Deed deed) {
    return Mono.<Void>fromCallable(
            () -> {
              deed.perform();
              return null;
            })
        .subscribeOn(io);
  }
}
