package dev.sayonce.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestCluster;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive holds everything worth keeping, and brings it back wherever there is room. */
class BackupIT {

  private static final String THREAD = "07-abcdefghijklmnopqrstuvwxyz";
  private static final String CASE = THREAD + ".abcdefgh";

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    TestRedis.flush();
    var redis = TestRedis.redis().commands();
    redis.set(RedisKeys.PARTITIONS, "16").block();
    redis
        .hset("{p07}:thread:" + THREAD, Map.of("version", "a:1", "state", "{\"ż\":\"Да\"}"))
        .block();
    redis.rpush("{p07}:cases:" + THREAD, CASE).block();
    redis.rpush("{p07}:transcript:" + CASE, "one", "two\nlines", "three").block();
    redis.pexpire("{p07}:transcript:" + CASE, Duration.ofDays(3)).block();
    redis.hset("{p07}:deliveries:" + CASE, "3", "{}").block();
    redis.hset("{p07}:seen:" + THREAD, "web:1", "1|x").block();
    redis.rpush("{p07}:outbox:" + THREAD, "{\"effect\":1}").block();
    redis.zadd("{p07}:due", 1234, THREAD).block();
    redis.zadd("{p07}:queue:orders", -5e11, THREAD).block();
    redis.zadd("{p07}:recent:queued:orders", 1.7e12, THREAD).block();
    for (int i = 0; i < 1100; i++) {
      redis.xadd("{p07}:journal", Map.of("turn", "{\"n\":" + i + "}")).block();
    }
    redis.hset(RedisKeys.AGENTS, "a1", "{\"login\":\"admin\"}").block();
    redis.sadd(RedisKeys.TEAMS, "orders", "returns").block();
    redis.set("{p03}:revoked:03-abcdefghijklmnopqrstuvwxyz", "12").block();
    redis.set(RedisKeys.FILES_HOME, "home-1").block();
    redis.set("{p07}:lease", "of somebody").block();
    redis.hset("{staff}:session:abc", "agent", "a1").block();
  }

  private Path archive(Redis redis, String name, Optional<Path> files) throws IOException {
    var archive = folder.resolve(name);
    new Backup(redis, files, Clock.systemUTC()).write(archive);
    return archive;
  }

  private static List<Piece> pieces(Redis redis) {
    return new BackupStore(redis, Clock.systemUTC()).read().collectList().block();
  }

  /** Redis tells sets and hashes in any order. */
  private static List<String> value(Piece piece) {
    return piece.type().equals("set") || piece.type().equals("hash")
        ? piece.value().stream().sorted().toList()
        : piece.value();
  }

  private static String sorted(List<Piece> pieces) {
    return pieces.stream()
        .map(p -> p.key() + " " + p.type() + " " + value(p) + " " + p.until().isPresent())
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void bringsEverythingBackIntoACluster() throws IOException {
    var before = pieces(TestRedis.redis());
    var files = Files.createDirectories(folder.resolve("files"));
    Files.createDirectories(files.resolve("kept/07"));
    Files.writeString(files.resolve("kept/07/abc-def"), "a photo");
    Files.writeString(files.resolve("home"), "home-1");
    var archive = archive(TestRedis.redis(), "one.zip", Optional.of(files));
    var otherFiles = folder.resolve("other");

    try (var cluster = TestCluster.ofThree();
        var other = Redis.connect(RedisURI.create(cluster.url()), Duration.ofSeconds(5))) {
      var restored =
          new Restoration(other, Optional.of(otherFiles), 16, Clock.systemUTC()).read(archive);

      assertThat(restored.pieces()).isEqualTo(before.size());
      assertThat(sorted(pieces(other))).isEqualTo(sorted(before));
    }
    assertThat(sorted(before))
        .contains("{\"ż\":\"Да\"}", "two\nlines", "member", "revoked", "{\"n\":1099}")
        .doesNotContain("of somebody", "{staff}:session");
    assertThat(otherFiles.resolve("kept/07/abc-def")).hasContent("a photo");
    assertThat(otherFiles.resolve("home")).hasContent("home-1");
  }

  @Test
  void keepsTheTimeAtWhichSomethingExpires() throws IOException {
    var archive = archive(TestRedis.redis(), "one.zip", Optional.empty());
    var until =
        pieces(TestRedis.redis()).stream()
            .filter(p -> p.key().contains(":transcript:"))
            .findFirst()
            .flatMap(Piece::until)
            .orElseThrow();
    TestRedis.flush();
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(4));

    var restored = new Restoration(TestRedis.redis(), Optional.empty(), 16, later).read(archive);

    assertThat(restored.expired()).isEqualTo(1);
    assertThat(until)
        .isBetween(System.currentTimeMillis(), System.currentTimeMillis() + 3 * 86400_000L);
    assertThat(TestRedis.redis().commands().exists("{p07}:transcript:" + CASE).block()).isZero();
  }

  @Test
  void refusesAnotherNumberOfPartitionsAndWhatIsNotEmpty() throws IOException {
    var archive = archive(TestRedis.redis(), "one.zip", Optional.empty());
    var clock = Clock.systemUTC();

    assertThatThrownBy(
            () -> new Restoration(TestRedis.redis(), Optional.empty(), 8, clock).read(archive))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("16 partitions");
    assertThatThrownBy(
            () -> new Restoration(TestRedis.redis(), Optional.empty(), 16, clock).read(archive))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void refusesWhatWasBrokenOffOrIsNoArchive() throws IOException {
    var archive = archive(TestRedis.redis(), "one.zip", Optional.empty());
    var half = folder.resolve("half.zip");
    var bytes = Files.readAllBytes(archive);
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    TestRedis.flush();
    var restoration = new Restoration(TestRedis.redis(), Optional.empty(), 16, Clock.systemUTC());

    assertThatThrownBy(() -> restoration.read(half)).isInstanceOf(BackupRefused.class);
    assertThat(TestRedis.redis().commands().dbsize().block()).isZero();
  }
}
