package dev.sayonce.backup;

import dev.sayonce.redis.Redis;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an archive of all that Redis keeps and of the files beside it, while gateways go on. Redis
 * comes first: a file is kept before the line that names it, so none that is named is missing.
 */
public final class Backup {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final BackupStore store;
  private final Optional<Path> files;
  private final Clock clock;
  private final Map<String, String> sums = new TreeMap<>();
  private long pieces;

  /**
   * @param files the folder where files are kept; empty if they are in a bucket
   */
  public Backup(Redis redis, Optional<Path> files, Clock clock) {
    this.store = new BackupStore(redis, clock);
    this.files = files;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param pieces how many lines of Redis
   * @param files how many files of conversations
   * @param digest SHA-256 of the archive
   */
  public record Made(long pieces, long files, String digest) {}

  /** Writes the archive, which has its name only when it is whole. */
  public Made write(Path archive) throws IOException {
    int partitions =
        store
            .partitions()
            .toFuture()
            .thenApply(Optional::ofNullable)
            .join()
            .orElseThrow(() -> new BackupRefused("There is nothing in this Redis to back up."));
    var half = archive.toAbsolutePath().resolveSibling(archive.getFileName() + ".part");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var whole = Sums.begin();
    long kept;
    try (var zip =
        new ZipOutputStream(
            new DigestOutputStream(Files.newOutputStream(half), whole), StandardCharsets.UTF_8)) {
      entry(zip, Manifest.REDIS, this::writeRedis);
      kept = writeFiles(zip);
      var manifest =
          new Manifest(
              Manifest.FORMAT, clock.instant(), partitions, pieces, kept, Map.copyOf(sums));
      entry(zip, Manifest.NAME, out -> out.write(JSON.writeValueAsBytes(manifest)));
    }
    Files.move(half, archive.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    return new Made(pieces, kept, Sums.end(whole));
  }

  /** Something that is written into an entry. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void entry(ZipOutputStream zip, String name, Writing writing) throws IOException {
    var sum = Sums.begin();
    zip.putNextEntry(new ZipEntry(name));
    writing.to(new DigestOutputStream(zip, sum));
    zip.closeEntry();
    sums.put(name, Sums.end(sum));
  }

  private void writeRedis(OutputStream out) {
    store
        .read()
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(piece -> write(piece, out))
        .then()
        .toFuture()
        .join();
  }

  private void write(Piece piece, OutputStream out) {
    try {
      out.write(JSON.writeValueAsBytes(piece));
      out.write('\n');
      pieces++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long writeFiles(ZipOutputStream zip) throws IOException {
    long count = 0;
    for (var file : kept()) {
      try (var in = Files.newInputStream(file)) {
        entry(zip, name(file), in::transferTo);
        count++;
      } catch (NoSuchFileException _) {
        // its thread was erased just now
      }
    }
    return count;
  }

  private String name(Path file) {
    return Manifest.FILES + files.orElseThrow().relativize(file).toString().replace('\\', '/');
  }

  /** The contents and the name that tells whose they are; not what is just coming in. */
  private List<Path> kept() throws IOException {
    if (files.isEmpty() || !Files.isDirectory(files.get())) {
      return List.of();
    }
    var home = files.get().resolve("home");
    var folder = files.get().resolve("kept");
    try (var all = Files.isDirectory(folder) ? Files.walk(folder) : Stream.<Path>empty()) {
      return Stream.concat(Stream.of(home), all).filter(Files::isRegularFile).toList();
    }
  }
}
