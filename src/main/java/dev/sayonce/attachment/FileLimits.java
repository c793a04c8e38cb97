package dev.sayonce.attachment;

import java.util.List;
import java.util.Optional;

/** What a page has to know before it offers to send a file. */
public record FileLimits(long largest, List<String> types) {

  /** Empty where files are switched off. */
  public static Optional<FileLimits> of(FilesProperties properties) {
    return properties.enabled()
        ? Optional.of(new FileLimits(properties.largest().toBytes(), properties.types()))
        : Optional.empty();
  }
}
