package dev.sayonce.redis;

import dev.sayonce.StartupRefused;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The folder of the embedded server: its program, configuration, data, log and process id. Readable
 * by the owner alone.
 */
record EmbeddedRedisFiles(Path folder) {

  private static final String VERSION = "7.0.15";
  private static final int PASSWORD_BYTES = 24;

  static EmbeddedRedisFiles in(Path folder) {
    try {
      var real = Files.createDirectories(folder.toAbsolutePath().normalize());
      if (!Files.isWritable(real)) {
        throw new IOException("not writable");
      }
      Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
      return new EmbeddedRedisFiles(real);
    } catch (IOException e) {
      throw new StartupRefused(
          "The folder %s for the embedded Redis can't be made or written."
              .formatted(folder.toAbsolutePath()),
          "Make it writable, or choose another: --sayonce.redis.embedded.folder=<folder>");
    }
  }

  Path lock() {
    return folder.resolve("gateway.lock");
  }

  Path configuration() {
    return folder.resolve("redis.conf");
  }

  Path log() {
    return folder.resolve("redis.log");
  }

  /** The server's program for this machine, unpacked once. */
  Path executable() throws IOException {
    var program = folder.resolve("redis-server-" + VERSION);
    if (!Files.isExecutable(program)) {
      unpack(program);
    }
    return program;
  }

  private static void unpack(Path program) throws IOException {
    var name = "redis-server-%s-%s-%s".formatted(VERSION, system(), architecture());
    try (var in = redis.embedded.RedisServer.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new StartupRefused(
            "There is no embedded Redis for this system (%s %s)."
                .formatted(system(), architecture()),
            "Use a Redis of your own: --sayonce.redis.url=redis://…");
      }
      var half = Files.createTempFile(program.getParent(), "redis-server", ".part");
      Files.write(half, in.readAllBytes());
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
      Files.move(half, program);
    }
  }

  private static String system() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case String other -> other;
    };
  }

  /**
   * Writes the configuration for a new start: a free port of the loopback address and a new
   * password.
   */
  RedisURI writeConfiguration(String appendFsync) throws IOException {
    int port = freePort();
    var password = newPassword();
    var text =
        """
        # Written at each start of SayOnce.
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize yes
        pidfile "%s"
        logfile "%s"
        dir "%s"
        appendonly yes
        appendfsync %s
        save ""
        maxmemory-policy noeviction
        """
            .formatted(port, password, folder.resolve("redis.pid"), log(), folder, appendFsync);
    Files.deleteIfExists(configuration());
    Files.createFile(
        configuration(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(configuration(), text);
    return uri(port, password);
  }

  /** How to reach the server that the last start left, if there was one. */
  Optional<RedisURI> uriOfLastStart() throws IOException {
    if (!Files.exists(configuration())) {
      return Optional.empty();
    }
    var lines = new Properties();
    try (var reader = Files.newBufferedReader(configuration())) {
      lines.load(reader);
    }
    return Optional.of(
        uri(
            Integer.parseInt(lines.getProperty("port", "0")),
            lines.getProperty("requirepass", "")));
  }

  /** The process id that the server wrote, empty when it has none or removed it at its end. */
  Optional<Long> pid() {
    try {
      return Optional.of(Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip()));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /**
   * True when no process runs our program any more; a process id that went to somebody else counts
   * as gone.
   */
  boolean serverIsGone() {
    return pid()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .filter(command -> command.startsWith(folder.toString()))
        .isEmpty();
  }

  String lastLogLine() {
    try {
      var lines = Files.readAllLines(log());
      return lines.isEmpty() ? "its log is empty" : lines.getLast();
    } catch (IOException e) {
      return "it wrote no log";
    }
  }

  private static RedisURI uri(int port, String password) {
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(port)
        .withPassword(password.toCharArray())
        .build();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback address", e);
    }
  }

  private static String newPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
