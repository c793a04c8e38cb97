package dev.sayonce.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of file that may be taken. Nothing stands here that a browser or a desktop runs: no pages,
 * no SVG, no scripts, no programs, no archives.
 */
enum FileType {
  JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  OGG("audio/ogg", "ogg", "oga", "opus"),
  MP3("audio/mpeg", "mp3"),
  M4A("audio/mp4", "m4a"),
  MP4("video/mp4", "mp4", "m4v"),
  PDF("application/pdf", "pdf"),
  TEXT("text/plain", "txt", "log"),
  CSV("text/csv", "csv"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

  private final String mediaType;
  private final List<String> endings;

  FileType(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  String mediaType() {
    return mediaType;
  }

  /** The ending that a name without one is given. */
  String usualEnding() {
    return endings.getFirst();
  }

  boolean hasEnding(String ending) {
    return endings.contains(ending.toLowerCase(Locale.ROOT));
  }

  /** True if every browser shows it as a picture and can do nothing else with it. */
  boolean isPicture() {
    return switch (this) {
      case JPEG, PNG, GIF, WEBP -> true;
      case HEIC, OGG, MP3, M4A, MP4, PDF, TEXT, CSV, DOCX, XLSX, ODT, ODS -> false;
    };
  }

  /** True if browsers play it, and can do nothing else with it. */
  boolean isPlayed() {
    return switch (this) {
      case OGG, MP3, M4A, MP4 -> true;
      case JPEG, PNG, GIF, WEBP, HEIC, PDF, TEXT, CSV, DOCX, XLSX, ODT, ODS -> false;
    };
  }

  /** The type of that media type, whatever parameters follow it. */
  static Optional<FileType> of(String mediaType) {
    int end = mediaType.indexOf(';');
    var plain =
        (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(t -> t.mediaType.equals(plain)).findFirst();
  }
}
