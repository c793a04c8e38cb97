package dev.sayonce.chart;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The chart, as an operator's `helm` sees it. */
final class Chart {

  static final Path FOLDER = Path.of("helm", "sayonce");
  static final String TRIAL = "redis: {kind: bundled}\n";

  /**
   * The chart without the mark that makes an object a test: the Helm that is used here leaves those
   * out when it renders.
   */
  private static final Path PLAIN = plain(Path.of("target", "chart", "sayonce"));

  private static final String KUBERNETES = "1.33.0";
  private static final Path VALUES =
      Path.of("src", "test", "resources", "dev", "sayonce", "chart", "values");
  private static final Map<String, Rendering> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** Names of the sets of values that operators may have. */
  static Stream<String> valueSets() {
    try (var files = Files.list(VALUES)) {
      return files
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rendering renderSet(String name) {
    return render(read(VALUES.resolve(name + ".yaml")));
  }

  /** Renders; what Helm says where it refuses is the exception's message. */
  static Rendering render(String values) {
    return RENDERED.computeIfAbsent(values, Chart::renderAnew);
  }

  static Rendering renderAnew(String values) {
    Cluster.start();
    return with(
        values,
        file ->
            Rendering.of(
                new Helm(PLAIN)
                    .template()
                    .withName("help")
                    .withNamespace("support")
                    .withKubeVersion(KUBERNETES)
                    .withValuesFile(file)
                    .call()));
  }

  /** What the operator reads after an installation. */
  static String notes(String values) {
    return with(
        values,
        file ->
            new Helm(FOLDER)
                .install()
                .withName("help")
                .withNamespace("support")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(file)
                .withDryRunOption(DryRun.CLIENT)
                .clientOnly()
                .call()
                .getOutput());
  }

  private static Path plain(Path copy) {
    try (var files = Files.walk(FOLDER)) {
      FileSystemUtils.deleteRecursively(copy);
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = copy.resolve(FOLDER.relativize(file));
        Files.createDirectories(to.getParent());
        Files.writeString(to, Files.readString(file).replace("helm.sh/hook: test", "was: test"));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LintResult lint() {
    return new Helm(FOLDER).lint().strict().call();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T with(String values, Function<Path, T> use) {
    try {
      var file = Files.createTempFile("values", ".yaml");
      try {
        return use.apply(Files.writeString(file, values));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
