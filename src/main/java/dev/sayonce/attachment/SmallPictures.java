package dev.sayonce.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.sayonce.conversation.Attachment.Picture;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes small pictures, so that a log of photos opens quickly on a telephone. A picture is only
 * decoded after its header has told that it is not too large, and never at full size. Blocks.
 */
final class SmallPictures {

  static final int LONGEST_SIDE = 480;

  private static final Logger log = LoggerFactory.getLogger(SmallPictures.class);

  /** More than a telephone's camera makes; beyond it, decoding costs more than it is worth. */
  private static final long MOST_PIXELS = 50_000_000;

  private static final float QUALITY = 0.8f;

  /** What a reader is worth its while: this many times the wished size, for a smooth result. */
  private static final int SURPLUS = 2;

  private SmallPictures() {}

  /**
   * Writes the picture small, as JPEG.
   *
   * @return the size of the large one as it is to be looked at; empty if no small one could be made
   */
  static Optional<Picture> make(Path large, FileType type, Path small) {
    try {
      return shrink(large, type, small);
    } catch (IOException | RuntimeException e) {
      // A broken picture is its sender's; it is kept as it came, and shown by its name.
      log.debug("No small picture of a {}: {}", type, e.toString());
      return Optional.empty();
    }
  }

  private static Optional<Picture> shrink(Path large, FileType type, Path small)
      throws IOException {
    var reader = reader(type);
    try (var in = new FileImageInputStream(large.toFile())) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS) {
        return Optional.empty();
      }
      var turn = Turn.of(type == FileType.JPEG ? orientation(large) : 1);
      write(turn.applied(scaled(read(reader, width, height))), small);
      return Optional.of(
          turn.swapsSides()
              ? new Picture((int) height, (int) width)
              : new Picture((int) width, (int) height));
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(FileType type) {
    return type == FileType.WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
  }

  /** Leaves out rows and columns while reading, so that no picture is ever whole in memory. */
  private static BufferedImage read(ImageReader reader, long width, long height)
      throws IOException {
    int step = (int) Math.max(1, Math.max(width, height) / (LONGEST_SIDE * SURPLUS));
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  private static BufferedImage scaled(BufferedImage picture) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1, (double) LONGEST_SIDE / longest);
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    canvas.dispose();
    return small;
  }

  private static void write(BufferedImage picture, Path to) throws IOException {
    Files.deleteIfExists(to);
    var writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), "jpeg").next();
    try (var out = new FileImageOutputStream(to.toFile())) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  /** How the camera was held, 1 to 8. */
  private static int orientation(Path picture) throws IOException {
    try {
      var directory =
          ImageMetadataReader.readMetadata(picture.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | MetadataException _) {
      return 1;
    }
  }
}
