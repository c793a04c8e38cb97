package dev.sayonce.backup;

import dev.sayonce.redis.Redis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an installation of an archive again. The whole archive is checked before anything is
 * written, and nothing is written over what is there already.
 */
public final class Restoration {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 500;

  private final BackupStore store;
  private final Optional<Path> files;
  private final int partitions;

  /**
   * @param files the folder where files are to be kept; empty if they are in a bucket
   * @param partitions as the gateway's settings say
   */
  public Restoration(Redis redis, Optional<Path> files, int partitions, Clock clock) {
    this.store = new BackupStore(redis, clock);
    this.files = files;
    this.partitions = partitions;
  }

  /**
   * What came of it.
   *
   * @param expired how many pieces had reached their end meanwhile and were left out
   */
  public record Restored(long pieces, long expired, long files) {}

  /** Checks and restores; fails with {@link BackupRefused} before anything is written. */
  public Restored read(Path archive) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      var manifest = checked(zip);
      refuseOccupied(manifest);
      var written = restoreRedis(zip);
      return new Restored(written[0], written[1], restoreFiles(zip));
    } catch (ZipException e) {
      throw new BackupRefused("%s is no archive of ours, or was broken off.".formatted(archive));
    }
  }

  private static Manifest checked(ZipFile zip) throws IOException {
    var entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new BackupRefused("The archive is no backup of ours, or was broken off.");
    }
    var manifest = manifest(zip.getInputStream(entry));
    if (manifest.format() != Manifest.FORMAT) {
      throw new BackupRefused(
          "The archive has format %d, and this version reads %d: restore it with the version that made it."
              .formatted(manifest.format(), Manifest.FORMAT));
    }
    var found = sums(zip);
    if (!found.equals(manifest.sums())) {
      throw new BackupRefused("The archive is damaged: its contents are not what its sums say.");
    }
    return manifest;
  }

  private static Manifest manifest(InputStream in) {
    try (in) {
      return JSON.readValue(in, Manifest.class);
    } catch (IOException | JacksonException _) {
      throw new BackupRefused("The archive is damaged: it does not say what it is.");
    }
  }

  private static Map<String, String> sums(ZipFile zip) throws IOException {
    var sums = new HashMap<String, String>();
    for (ZipEntry entry : zip.stream().filter(e -> !e.getName().equals(Manifest.NAME)).toList()) {
      var sum = Sums.begin();
      try (var in = new DigestInputStream(zip.getInputStream(entry), sum)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      sums.put(entry.getName(), Sums.end(sum));
    }
    return sums;
  }

  private void refuseOccupied(Manifest manifest) throws IOException {
    if (manifest.partitions() != partitions) {
      throw new BackupRefused(
          "The archive was made with %d partitions, the setting says %d: set sayonce.redis.partitions to %d."
              .formatted(manifest.partitions(), partitions, manifest.partitions()));
    }
    long keys = store.size().toFuture().join();
    if (keys > 0) {
      throw new BackupRefused(
          "This Redis is not empty (%d keys). Restore into an empty one; stop all gateways first."
              .formatted(keys));
    }
    if (manifest.files() > 0) {
      var folder =
          files.orElseThrow(
              () ->
                  new BackupRefused(
                      "The archive holds files and the settings name a bucket: name the folder in sayonce.files.folder."));
      refuseOccupied(folder.resolve("kept"));
    }
  }

  private static void refuseOccupied(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      if (all.anyMatch(Files::isRegularFile)) {
        throw new BackupRefused("There are files in %s already.".formatted(folder));
      }
    }
  }

  /** How many pieces were written and how many left out. */
  private long[] restoreRedis(ZipFile zip) throws IOException {
    long[] counts = {0, 0};
    var batch = new ArrayList<Piece>(BATCH);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                zip.getInputStream(zip.getEntry(Manifest.REDIS)), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(JSON.readValue(line, Piece.class));
        if (batch.size() == BATCH) {
          write(batch, counts);
        }
      }
    }
    write(batch, counts);
    return counts;
  }

  /** Entries of a stream must come in their order, so what is of one key is not split. */
  private void write(List<Piece> batch, long[] counts) {
    var written =
        Flux.fromIterable(batch)
            .groupBy(Piece::key, BATCH)
            .flatMap(key -> key.concatMap(store::write), BATCH)
            .collectList()
            .toFuture()
            .join();
    counts[0] += written.stream().filter(done -> done).count();
    counts[1] += written.stream().filter(done -> !done).count();
    batch.clear();
  }

  private long restoreFiles(ZipFile zip) throws IOException {
    long count = 0;
    for (ZipEntry entry :
        zip.stream().filter(e -> e.getName().startsWith(Manifest.FILES)).toList()) {
      var folder = files.orElseThrow().toAbsolutePath().normalize();
      var to = folder.resolve(entry.getName().substring(Manifest.FILES.length())).normalize();
      if (!to.startsWith(folder)) {
        throw new BackupRefused("The archive names a file outside its folder.");
      }
      Files.createDirectories(to.getParent());
      try (var in = zip.getInputStream(entry)) {
        Files.copy(in, to);
      }
      count++;
    }
    return count;
  }
}
