package dev.sayonce.attachment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Settings for tests. */
final class TestFiles {

  static final FilesProperties.S3 NO_BUCKET =
      new FilesProperties.S3("", null, "eu-west-3", "", "", false, "");

  private TestFiles() {}

  static FilesProperties with(FilesProperties.S3 s3) {
    return with(s3, DataSize.ofMegabytes(10), 30);
  }

  static FilesProperties with(FilesProperties.S3 s3, DataSize largest, int perHour) {
    List<String> types = Stream.of(FileType.values()).map(FileType::mediaType).toList();
    return new FilesProperties(
        true,
        largest,
        types,
        new FilesProperties.PerHour(perHour, DataSize.ofMegabytes(100)),
        8,
        Duration.ofMinutes(1),
        null,
        s3,
        Duration.ofDays(1));
  }
}
