package dev.sayonce.product;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.sayonce.redis.TestRedis;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product as a process of its own, to be killed and started again on the same port. Whatever
 * happens to a test, neither the process nor its Redis server outlives this JVM.
 */
final class GatewayProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Pattern PASSWORD = Pattern.compile("login admin, password (\\S+)");
  private static final String FLOWS = "--sayonce.engine.flows=";
  private static final Queue<GatewayProcess> STARTED = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> STARTED.forEach(GatewayProcess::close), "gateways-stop"));
  }

  private final int port = freePort();
  private final Path log = Path.of("target", "gateway-%d.log".formatted(port));
  private final Optional<Path> redisFolder;
  private final List<String> settings;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private volatile Process process;
  private volatile String password = "";

  private GatewayProcess(Optional<Path> redisFolder, List<String> settings) {
    this.redisFolder = redisFolder;
    this.settings = settings;
    STARTED.add(this);
  }

  /** A gateway with an embedded Redis in a new folder. */
  static GatewayProcess onEmbeddedRedis(String... settings) {
    var folder = newFolder("gateway-redis-");
    var all = new ArrayList<>(List.of(settings));
    all.add("--sayonce.redis.embedded.folder=" + folder);
    all.add("--sayonce.files.folder=" + newFolder("gateway-files-"));
    return new GatewayProcess(Optional.of(folder), all).started();
  }

  /** A gateway with an embedded Redis on the data in that folder. */
  static GatewayProcess onDataIn(Path folder, String... settings) {
    var all = new ArrayList<>(List.of(settings));
    all.add("--sayonce.redis.embedded.folder=" + folder);
    return new GatewayProcess(Optional.of(folder), all).started();
  }

  /** A gateway on the tests' Redis. */
  static GatewayProcess onTestRedis(String... settings) {
    return on(TestRedis.url(), settings);
  }

  /** A gateway on the Redis of that address. */
  static GatewayProcess on(String redis, String... settings) {
    var all = new ArrayList<>(List.of(settings));
    all.add("--sayonce.redis.url=" + redis);
    if (all.stream().noneMatch(s -> s.startsWith("--sayonce.files.folder="))) {
      all.add("--sayonce.files.folder=" + newFolder("gateway-files-"));
    }
    return new GatewayProcess(Optional.empty(), all).started();
  }

  private GatewayProcess started() {
    start();
    return this;
  }

  /** Starts it, for the first time or again; returns when it is ready. */
  void start() {
    var ready = new CompletableFuture<Void>();
    try {
      process = new ProcessBuilder(command()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var reading = process;
    Thread.ofVirtual().start(() -> read(reading, ready));
    try {
      ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("The gateway does not start:\n" + output(), e);
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx320m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            "dev.sayonce.SayOnce",
            "--server.port=" + port));
    if (settings.stream().noneMatch(setting -> setting.startsWith(FLOWS))) {
      command.add(FLOWS + SampleCompany.alwaysOpen());
    }
    command.addAll(settings);
    return command;
  }

  /** Without the tests' own classes: a gateway takes whatever bean it finds. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void read(Process from, CompletableFuture<Void> ready) {
    try (BufferedReader lines = from.inputReader(StandardCharsets.UTF_8);
        var copy = Files.newBufferedWriter(log, CREATE, APPEND)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        copy.append(line).append('\n').flush();
        var found = PASSWORD.matcher(line);
        if (found.find()) {
          password = found.group(1);
        }
        // the password stands below this line, the data's place is the last one
        if (line.startsWith("  Data ")) {
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    ready.completeExceptionally(new IOException("The process ended"));
  }

  int port() {
    return port;
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Of the account {@code admin}, as the first start showed it. */
  String password() {
    return password;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** All that it wrote, over all its starts. */
  String output() {
    return String.join(System.lineSeparator(), output);
  }

  /** Ends it without any warning, as by {@code kill -9}; its Redis server stays behind. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end. */
  void stop() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The gateway does not end:\n" + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its Redis server, running or left over. */
  Optional<ProcessHandle> redisServer() {
    return redisFolder.flatMap(GatewayProcess::serverIn);
  }

  private static Optional<ProcessHandle> serverIn(Path folder) {
    try {
      long pid = Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip());
      return ProcessHandle.of(pid)
          .filter(p -> p.info().command().filter(c -> c.startsWith(folder.toString())).isPresent());
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    STARTED.remove(this);
    process.destroyForcibly();
    awaitEnd();
    redisServer().ifPresent(ProcessHandle::destroyForcibly);
  }

  static Path newFolder(String prefix) {
    try {
      var target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(target, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
