package dev.sayonce.flow.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads a company's files into a {@link dev.sayonce.flow.FlowSet}, or tells all that is wrong with
 * them. Safe for use by many threads.
 */
public final class FlowReader {

  /** In a handoff: the first team of the company. */
  static final String ANYONE = "anyone";

  private final Schemas schemas = new Schemas();

  /** Reads a folder; what can't be read in it is a problem like any other. */
  public Reading read(Path folder) {
    return read(folder, Set.of());
  }

  /**
   * Reads a folder whose flows may count on back ends.
   *
   * @param actions that calls may name: {@code order.status}
   */
  public Reading read(Path folder, Set<String> actions) {
    var problems = new Problems();
    var read = new Folder(folder, problems);
    var files = Builtin.completing(read.files());
    return new SetReading(schemas, files, read, problems).read(actions);
  }

  /** Reads a set that was kept, as in {@link dev.sayonce.flow.FlowSet#sources}. */
  public Reading read(Map<String, String> filesByRelativePath) {
    var files = Builtin.completing(filesByRelativePath);
    return new SetReading(schemas, files, Pictures.keptIn(files), new Problems()).read(Set.of());
  }
}
