package dev.sayonce.attachment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Files in conversations.
 *
 * @param enabled whether new files are taken; those that were sent are shown either way
 * @param largest how large a file may be
 * @param types the media types that are taken, out of those that {@link FileType} knows. HEIC is
 *     left out on purpose: offered only the others, a telephone sends its photo as JPEG, which
 *     agents can see
 * @param perHour how much may be sent on one thread within an hour, by each side
 * @param mostAtOnce how many customers' files this gateway takes in at the same time; agents have
 *     half as many places of their own
 * @param within how long a file may take to come in
 * @param folder where files are kept, or pass through on their way to S3; without it {@code files}
 *     beside the embedded Redis. Several gateways need a shared folder, or S3
 * @param s3 a bucket to keep files in instead
 * @param sweep how often is looked for files that no conversation has
 */
@Validated
@ConfigurationProperties("sayonce.files")
public record FilesProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("10MB") DataSize largest,
    @DefaultValue({
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "audio/ogg",
          "audio/mpeg",
          "audio/mp4",
          "video/mp4",
          "application/pdf",
          "text/plain",
          "text/csv",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet"
        })
        List<String> types,
    @DefaultValue @Valid PerHour perHour,
    @DefaultValue("32") @Min(2) @Max(1000) int mostAtOnce,
    @DefaultValue("3m") Duration within,
    @Nullable Path folder,
    @DefaultValue @Valid S3 s3,
    @DefaultValue("1d") Duration sweep) {

  private static final DataSize SMALLEST_LIMIT = DataSize.ofKilobytes(1);
  private static final DataSize LARGEST_LIMIT = DataSize.ofMegabytes(200);

  /** The folder, by itself or beside that of the embedded Redis. */
  Path folderOr(Path redis) {
    return folder == null
        ? redis.toAbsolutePath().normalize().resolveSibling("files")
        : folder.toAbsolutePath().normalize();
  }

  /** Where contents are kept on this machine; empty if a bucket keeps them. */
  public Optional<Path> kept(Path redis) {
    return s3.isNamed() ? Optional.empty() : Optional.of(folderOr(redis));
  }

  /** At most so many files, and so much in all. */
  public record PerHour(
      @DefaultValue("30") @Min(1) int count, @DefaultValue("100MB") DataSize size) {}

  /**
   * A bucket of Amazon S3 or of whatever speaks its protocol.
   *
   * @param bucket its name; empty: files are kept in the folder
   * @param endpoint of another store than Amazon's
   * @param accessKey empty: whatever the environment offers (a role, {@code AWS_ACCESS_KEY_ID})
   * @param pathStyle true where the bucket's name stands in the path, as with most stores of one's
   *     own
   * @param prefix what the names of all our objects begin with
   */
  public record S3(
      @DefaultValue("") String bucket,
      @Nullable URI endpoint,
      @DefaultValue("eu-central-1") String region,
      @DefaultValue("") String accessKey,
      @DefaultValue("") String secretKey,
      @DefaultValue("false") boolean pathStyle,
      @DefaultValue("sayonce/") String prefix) {

    boolean isNamed() {
      return !bucket.isEmpty();
    }

    @AssertTrue(message = "access-key and secret-key belong together")
    boolean isKeyWhole() {
      return accessKey.isEmpty() == secretKey.isEmpty();
    }

    @Override
    public String toString() {
      return "S3[" + bucket + "]";
    }
  }

  @AssertTrue(message = "types must be among those that can be taken")
  boolean isEveryTypeKnown() {
    return types.stream().allMatch(t -> FileType.of(t).isPresent());
  }

  @AssertTrue(message = "largest must be between 1 kB and 200 MB")
  boolean isLargestSound() {
    return largest.compareTo(SMALLEST_LIMIT) >= 0 && largest.compareTo(LARGEST_LIMIT) <= 0;
  }

  boolean takes(FileType type) {
    return types.stream().anyMatch(t -> FileType.of(t).filter(type::equals).isPresent());
  }
}
