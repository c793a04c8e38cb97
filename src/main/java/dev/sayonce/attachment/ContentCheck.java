package dev.sayonce.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Whether a content is what its sender claims. It reads the beginning of a file, so it blocks. */
final class ContentCheck {

  private static final int BEGINNING = 64 * 1024;

  private static final Set<String> OGG_SOUND =
      Set.of("audio/ogg", "audio/opus", "audio/vorbis", "application/ogg", "audio/x-oggflac");

  private final Tika tika = new Tika();

  boolean isA(FileType claimed, Path content) throws IOException {
    var beginning = beginning(content);
    var found = tika.detect(beginning);
    return switch (claimed) {
      case JPEG, PNG, GIF, WEBP, PDF -> found.equals(claimed.mediaType());
      case OGG -> OGG_SOUND.contains(found);
      case MP3 -> found.equals("audio/mpeg");
      case M4A -> found.equals("audio/mp4") || found.equals("video/mp4") || isMp4(found);
      case MP4 -> found.equals("video/mp4") || isMp4(found);
      case HEIC -> found.equals("image/heic") || found.equals("image/heif");
      case TEXT, CSV ->
          found.equals("text/plain") || found.equals("text/csv") || isOldText(found, beginning);
      case DOCX -> isZip(found) && holds(content, "[Content_Types].xml", "word/document.xml");
      case XLSX -> isZip(found) && holds(content, "[Content_Types].xml", "xl/workbook.xml");
      case ODT, ODS -> found.equals(claimed.mediaType()) && holds(content, "content.xml");
    };
  }

  /** Containers that don't say in their first bytes what is in them. */
  private static boolean isMp4(String found) {
    return found.equals("application/mp4") || found.equals("video/x-m4v");
  }

  private static byte[] beginning(Path content) throws IOException {
    try (var in = Files.newInputStream(content)) {
      return in.readNBytes(BEGINNING);
    }
  }

  /** Text in a code page from before Unicode, of which nothing but its bytes can be known. */
  private static boolean isOldText(String found, byte[] beginning) {
    if (!found.equals("application/octet-stream")) {
      return false;
    }
    for (byte b : beginning) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  private static boolean isZip(String found) {
    return found.equals("application/zip") || found.equals("application/x-tika-ooxml");
  }

  /** True if the package has these parts and carries no macros. */
  private static boolean holds(Path content, String... parts) throws IOException {
    try (var zip = new ZipFile(content.toFile())) {
      for (var part : parts) {
        if (zip.getEntry(part) == null) {
          return false;
        }
      }
      return zip.stream().noneMatch(e -> isMacro(e.getName()));
    } catch (ZipException _) {
      return false;
    }
  }

  private static boolean isMacro(String part) {
    return part.endsWith("vbaProject.bin")
        || part.startsWith("Basic/")
        || part.startsWith("Scripts/");
  }
}
