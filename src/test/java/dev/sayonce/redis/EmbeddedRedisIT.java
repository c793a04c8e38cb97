package dev.sayonce.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One gateway on one folder, and no data lost to one that was killed. */
@Timeout(90)
class EmbeddedRedisIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @TempDir Path folder;
  private Process holder;

  @AfterEach
  void endTheHolder() throws Exception {
    if (holder != null) {
      holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      start(folder).close();
    }
  }

  @Test
  void keepsItsDataFromOneStartToTheNext() {
    try (var first = start(folder)) {
      set(first, "kept");
    }
    try (var second = start(folder)) {
      assertThat(word(second)).isEqualTo("kept");
    }
  }

  @Test
  void refusesASecondGatewayOfTheSameProcess() {
    try (var first = start(folder)) {
      set(first, "untouched");
      assertRefusedAsInUse();
      assertThat(word(first)).isEqualTo("untouched");
    }
  }

  @Test
  void refusesAGatewayBesideAnotherProcess() throws Exception {
    startHolder();
    assertRefusedAsInUse();
  }

  @Test
  void takesOverTheDataOfAGatewayThatWasKilled() throws Exception {
    startHolder();
    var files = EmbeddedRedisFiles.in(folder);
    long left = files.pid().orElseThrow();
    holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    assertThat(files.serverIsGone()).as("the server outlives its gateway").isFalse();

    try (var next = start(folder)) {
      assertThat(word(next)).isEqualTo(EmbeddedHolder.WORD);
      assertThat(files.pid()).isPresent().get().isNotEqualTo(left);
      assertThat(ProcessHandle.of(left).flatMap(p -> p.info().command())).isEmpty();
    }
  }

  @Test
  void beginsOverAProcessIdThatWentToSomebodyElse() throws IOException {
    try (var first = start(folder)) {
      set(first, "kept");
    }
    Files.writeString(folder.resolve("redis.pid"), Long.toString(ProcessHandle.current().pid()));

    try (var next = start(folder)) {
      assertThat(word(next)).isEqualTo("kept");
    }
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    var file = Files.createFile(folder.resolve("a-file"));
    var below = file.resolve("redis");

    assertThatThrownBy(() -> start(below))
        .isInstanceOfSatisfying(
            StartupRefused.class,
            e -> {
              assertThat(e.what()).contains(below.toString());
              assertThat(e.remedy()).contains("sayonce.redis.embedded.folder");
            });
  }

  @Test
  void givesTheFolderFreeWhenTheServerDoesNotStart() throws IOException {
    Files.createDirectories(folder.resolve("appendonlydir"));
    Files.writeString(folder.resolve("appendonlydir/appendonly.aof.manifest"), "not a manifest\n");

    assertThatThrownBy(() -> start(folder))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("does not start");
    Files.delete(folder.resolve("appendonlydir/appendonly.aof.manifest"));

    try (var next = start(folder)) {
      assertThat(word(next)).isNull();
    }
  }

  @Test
  void isReadableByItsOwnerAlone() throws IOException {
    try (var server = start(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.folder())))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(server.folder().resolve("redis.conf"))))
          .isEqualTo("rw-------");
    }
  }

  private void assertRefusedAsInUse() {
    assertThatThrownBy(() -> start(folder))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("Another SayOnce is running");
  }

  private static EmbeddedRedis start(Path folder) {
    return EmbeddedRedis.start(new RedisProperties.Embedded(folder, "everysec"));
  }

  private void startHolder() throws IOException {
    holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(holder.inputReader().lines().anyMatch("ready"::equals)).isTrue();
  }

  private static void set(EmbeddedRedis server, String word) {
    try (var redis = Redis.connect(server.uri(), TIMEOUT)) {
      redis.commands().set("word", word).block(TIMEOUT);
    }
  }

  private static String word(EmbeddedRedis server) {
    try (var redis = Redis.connect(server.uri(), TIMEOUT)) {
      return redis.commands().get("word").block(TIMEOUT);
    }
  }
}
