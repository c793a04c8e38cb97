import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Lays out what the image holds, a folder for each layer, those that change least first: the C
 * library and a Java of the needed modules; the libraries; the product with the sample company; the
 * ahead-of-time cache, which a gateway writes that has just served a customer. Nothing is
 * downloaded: Java and the C library are those of the machine that builds.
 *
 * <p>Run by Maven (profile {@code image}): ImageContents.java JAR FLOWS SBOM TARGET [no-cache]
 */
final class ImageContents {

  /** What jdeps finds, and what is only looked up by name: cryptography, DNS, zip, diagnosis. */
  private static final String MODULES =
      String.join(
          ",",
          "java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management",
          "java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.sql",
          "java.xml,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management",
          "jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs");

  /** Jib gives all files this time; the cache knows its jars by theirs. */
  private static final FileTime STAMP = FileTime.fromMillis(1000);

  private static final Pattern READY = Pattern.compile("Chat +(http://\\S+)/");

  private final Path jar;
  private final Path flows;
  private final Path sbom;
  private final Path target;

  private ImageContents(List<String> args) {
    this.jar = Path.of(args.get(0));
    this.flows = Path.of(args.get(1));
    this.sbom = Path.of(args.get(2));
    this.target = Path.of(args.get(3)).toAbsolutePath();
  }

  public static void main(String[] args) throws Exception {
    var contents = new ImageContents(List.of(args));
    contents.clear();
    contents.system();
    contents.java();
    contents.product();
    contents.stamp();
    if (!List.of(args).contains("no-cache")) {
      contents.cache();
    }
  }

  private Path system(String... more) {
    return target.resolve(Path.of("1-java", more));
  }

  private Path libraries() {
    return target.resolve("2-libraries/opt/sayonce");
  }

  private Path application() {
    return target.resolve("3-sayonce/opt/sayonce");
  }

  private void clear() throws IOException {
    delete(target);
    Files.createDirectories(target.resolve("4-cache/opt/sayonce"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The C library that this very Java has loaded, the loader, and who the gateway is. */
  private void system() throws IOException {
    var home = Path.of(System.getProperty("java.home")).toRealPath();
    for (var library : loaded()) {
      if (!library.toRealPath().startsWith(home)) {
        copy(library, system(library.toString().substring(1)));
      }
    }
    for (var loader : List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")) {
      if (Files.exists(Path.of(loader))) {
        copy(Path.of(loader), system(loader.substring(1)));
      }
    }
    write(system("etc", "passwd"), "sayonce:x:10001:10001::/tmp:/none\n");
    write(system("etc", "group"), "sayonce:x:10001:\n");
    write(system("etc", "nsswitch.conf"), "hosts: files dns\n");
    Files.createDirectories(system("tmp"));
    Files.createDirectories(system("work"));
    write(system("tmp", ".keep"), "");
    write(system("work", ".keep"), "");
  }

  /** By the names that the loader looks for: /usr/lib is where /lib leads. */
  private static TreeSet<Path> loaded() throws IOException {
    var libraries = new TreeSet<Path>();
    for (var line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      int path = line.indexOf('/');
      if (path > 0 && line.endsWith(".so") || line.matches(".*\\.so\\.[0-9.]+")) {
        libraries.add(Path.of(line.substring(path).replaceFirst("^/usr/lib/", "/lib/")));
      }
    }
    return libraries;
  }

  /** Without what differs from build to build. */
  private void java() throws IOException {
    var java = system("opt", "java");
    Files.createDirectories(java.getParent());
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("This Java has no jlink: use a JDK."))
            .run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--include-locales=en,pl,ru",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                java.toString());
    if (code != 0) {
      throw new IllegalStateException("jlink ended with " + code);
    }
  }

  private void product() throws Exception {
    var extracted = target.resolve("extracted");
    run(
        java(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            extracted.toString()));
    Files.createDirectories(libraries());
    Files.createDirectories(application());
    Files.move(extracted.resolve("lib"), libraries().resolve("lib"));
    Files.move(extracted.resolve(jar.getFileName()), application().resolve("sayonce.jar"));
    Files.delete(extracted);
    redis();
    try (var all = Files.walk(flows)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        copy(file, application().resolve("flows").resolve(flows.relativize(file).toString()));
      }
    }
    if (Files.exists(sbom)) {
      copy(sbom, application().resolve("sbom.json"));
    }
  }

  /** The server of the embedded Redis as a program of its own, for a trial's Redis. */
  private void redis() throws IOException {
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    Path holder;
    try (var jars = Files.list(libraries().resolve("lib"))) {
      holder =
          jars.filter(j -> j.getFileName().toString().startsWith("embedded-redis-"))
              .findFirst()
              .orElseThrow();
    }
    try (var inside = FileSystems.newFileSystem(URI.create("jar:" + holder.toUri()), Map.of());
        var files = Files.list(inside.getPath("/"))) {
      var server =
          files
              .filter(f -> f.getFileName().toString().matches("redis-server-.*-linux-" + machine))
              .findFirst()
              .orElseThrow();
      var to = libraries().resolve("bin/redis-server");
      Files.createDirectories(to.getParent());
      Files.write(to, Files.readAllBytes(server));
      to.toFile().setExecutable(true, false);
    }
  }

  private void stamp() throws IOException {
    try (var all = Files.walk(target)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.setLastModifiedTime(path, STAMP);
      }
    }
  }

  /**
   * The layers laid over each other as in the image, by links: a gateway starts there, a customer
   * visits it twice, and it writes the cache as it ends.
   */
  private void cache() throws Exception {
    var stage = target.resolve("stage");
    for (var layer : List.of("2-libraries", "3-sayonce")) {
      link(target.resolve(layer), stage);
    }
    var home = stage.resolve("opt/sayonce");
    var cache = home.resolve("sayonce.aot");
    var gateway =
        start(
            home,
            java(
                "-XX:AOTCacheOutput=" + cache,
                "-Xlog:aot*=error",
                "-Djava.io.tmpdir=" + Files.createDirectories(target.resolve("tmp")),
                "-jar",
                "sayonce.jar",
                "--server.port=0",
                "--sayonce.telegram.token=",
                "--sayonce.redis.embedded.folder=" + target.resolve("training/redis")));
    serve(gateway, home);
    gateway.toHandle().destroy(); // unlike the process's own it leaves the output open
    if (!gateway.waitFor(5, TimeUnit.MINUTES) || !Files.exists(cache)) {
      throw new IllegalStateException("The gateway wrote no cache.");
    }
    Files.move(cache, target.resolve("4-cache/opt/sayonce/sayonce.aot"));
    for (var rest : List.of("stage", "training", "tmp")) {
      delete(target.resolve(rest));
    }
  }

  private void serve(Process gateway, Path home) throws Exception {
    var said = gateway.inputReader(StandardCharsets.UTF_8);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      System.out.println("  " + line);
      var ready = READY.matcher(line);
      if (ready.find()) {
        Thread.ofPlatform()
            .daemon()
            .start(() -> said.lines().forEach(l -> System.out.println("  " + l)));
        for (var language : List.of("--language=pl", "--language=en")) {
          run(start(home, java("-jar", "sayonce.jar", "visit", ready.group(1), language)));
        }
        return;
      }
    }
    throw new IllegalStateException("The gateway did not start.");
  }

  private void link(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (var file : all.toList()) {
        var there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.createLink(there, file);
        }
      }
    }
  }

  private List<String> java(String... args) {
    var command = new ArrayList<>(List.of(system("opt", "java", "bin", "java").toString()));
    command.addAll(List.of(args));
    return command;
  }

  private static Process start(Path folder, List<String> command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static void run(List<String> command) throws Exception {
    run(start(Path.of("").toAbsolutePath(), command));
  }

  private static void run(Process process) throws Exception {
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(said);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("It ended with " + process.exitValue());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from.toRealPath(), to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path to, String words) throws IOException {
    Files.createDirectories(to.getParent());
    Files.writeString(to, words);
  }
}
