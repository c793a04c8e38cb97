package dev.sayonce.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small real files of every kind, made when they are asked for. */
public final class SampleFiles {

  /** One pixel, lossy. */
  private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";

  private SampleFiles() {}

  /** Left half red, right half blue. */
  public static byte[] picture(String format, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width - width / 2, height);
    canvas.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A photo whose camera was held as its Exif data say. */
  static byte[] photo(int width, int height, int orientation) {
    var jpeg = picture("jpeg", width, height);
    var exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    var photo = new ByteArrayOutputStream();
    photo.write(jpeg, 0, 2);
    photo.write(exif.array(), 0, exif.capacity());
    photo.write(jpeg, 2, jpeg.length - 2);
    return photo.toByteArray();
  }

  /** A picture that says it has so many pixels and has none: decoded, it would fill the memory. */
  static byte[] bomb(int width, int height) {
    var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(header.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .putInt(13)
        .put(header.array())
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  static byte[] heic() {
    return bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", StandardCharsets.ISO_8859_1);
  }

  public static byte[] pdf() {
    return bytes(
        "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", StandardCharsets.US_ASCII);
  }

  /** Silence: frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz, 38 in a second. */
  public static byte[] mp3(int seconds) {
    var frame = new byte[417];
    frame[0] = (byte) 0xFF;
    frame[1] = (byte) 0xFB;
    frame[2] = (byte) 0x90;
    var sound = ByteBuffer.allocate(frame.length * 38 * seconds);
    while (sound.hasRemaining()) {
      sound.put(frame);
    }
    return sound.array();
  }

  static byte[] docx(String... more) {
    return zip(append(more, "[Content_Types].xml", "_rels/.rels", "word/document.xml"));
  }

  static byte[] xlsx() {
    return zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
  }

  /** An OpenDocument file begins with its type, not compressed. */
  static byte[] openDocument(FileType type, String... more) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var content = bytes(type.mediaType(), StandardCharsets.US_ASCII);
      var entry = new ZipEntry("mimetype");
      var crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
      fill(zip, append(more, "content.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(String... entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      fill(zip, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void fill(ZipOutputStream zip, String... entries) throws IOException {
    for (var name : entries) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes("<x/>", StandardCharsets.US_ASCII));
    }
  }

  private static String[] append(String[] more, String... first) {
    var all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
