package dev.sayonce.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a folder of flows by their relative paths. Symbolic links are followed, for that is
 * how Kubernetes mounts a ConfigMap; names that begin with a dot are left alone.
 */
final class Folder implements Pictures {

  static final int MOST_FILES = 2_000;
  static final long MOST_BYTES = 256 * 1024;

  /** Folders that are part of a set. */
  private static final Set<String> READ = Set.of("answers", "actions");

  /** Folders with purposes of their own. */
  private static final Set<String> ELSEWHERE = Set.of("tests");

  private final Path root;
  private final Problems problems;
  private final Map<String, String> files = new TreeMap<>();

  Folder(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  Map<String, String> files() {
    if (!Files.isDirectory(root)) {
      problems.add("company.yaml", "There is no folder " + root + ": create it or name another.");
      return files;
    }
    list(root).forEach(this::takeTop);
    return files;
  }

  /** The files of tests alone, which are no part of a set. */
  Map<String, String> tests() {
    var tests = root.resolve("tests");
    if (Files.isDirectory(tests)) {
      list(tests).forEach(this::take);
    }
    return files;
  }

  private void takeTop(Path path) {
    var name = path.getFileName().toString();
    if (!Files.isDirectory(path)) {
      take(path);
    } else if (READ.contains(name)) {
      list(path).forEach(this::take);
    } else if (!ELSEWHERE.contains(name)) {
      list(path).stream().filter(p -> p.toString().endsWith(".yaml")).forEach(this::misplaced);
    }
  }

  private void misplaced(Path path) {
    problems.add(
        relative(path),
        "Nothing reads this folder: put flows beside company.yaml, answers into answers/, back ends into actions/.");
  }

  private void take(Path path) {
    var name = relative(path);
    if (name.endsWith(".yml")) {
      problems.add(name, "Only files ending in .yaml are read: rename it.");
    } else if (name.endsWith(".yaml") && Files.isRegularFile(path)) {
      takeYaml(path, name);
    }
  }

  private void takeYaml(Path path, String name) {
    try {
      if (files.size() >= MOST_FILES) {
        problems.add(name, "There are more than " + MOST_FILES + " files: join some.");
      } else if (Files.size(path) > MOST_BYTES) {
        problems.add(name, "The file is larger than 256 KiB: split it.");
      } else {
        files.put(name, Files.readString(path));
      }
    } catch (CharacterCodingException e) {
      problems.add(name, "The file is not UTF-8: save it in that encoding.");
    } catch (IOException e) {
      problems.add(name, "The file cannot be read (" + e.getMessage() + "): check its rights.");
    }
  }

  @Override
  public Optional<byte[]> picture(String name, int most) {
    try (var content = Files.newInputStream(root.resolve(name))) {
      return Optional.of(content.readNBytes(most));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static List<Path> list(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
