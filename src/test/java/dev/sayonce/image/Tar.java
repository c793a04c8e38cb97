package dev.sayonce.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads what a tar holds; the contents only of files that are asked for. */
final class Tar {

  private static final int BLOCK = 512;

  private Tar() {}

  /**
   * An entry.
   *
   * @param type {@code '0'} a file, {@code '5'} a folder, {@code '2'} a link
   * @param content empty where nobody asked for it
   */
  record Entry(String name, char type, int mode, int user, long seconds, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  static List<Entry> read(InputStream tar, Predicate<String> wanted) {
    try (tar) {
      var entries = new ArrayList<Entry>();
      var longName = "";
      for (var header = tar.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = tar.readNBytes(BLOCK)) {
        char type = (char) header[156];
        long size = number(header, 124, 12);
        var name = longName.isEmpty() ? name(header) : longName;
        boolean isExtra = type == 'x' || type == 'L';
        var content = isExtra || wanted.test(name) ? tar.readNBytes((int) size) : skip(tar, size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        longName = isExtra ? longName(type, content) : "";
        if (!isExtra) {
          entries.add(
              new Entry(
                  name,
                  type,
                  (int) number(header, 100, 8),
                  (int) number(header, 108, 8),
                  number(header, 136, 12),
                  content));
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> read(byte[] tar) {
    return read(new ByteArrayInputStream(tar), _ -> true);
  }

  private static byte[] skip(InputStream tar, long size) throws IOException {
    tar.skipNBytes(size);
    return new byte[0];
  }

  private static String name(byte[] header) {
    var prefix = text(header, 345, 155);
    var name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String longName(char type, byte[] content) {
    if (type == 'L') {
      return text(content, 0, content.length);
    }
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(" path="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse("");
  }

  private static String text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private static long number(byte[] block, int from, int length) {
    var octal = text(block, from, length).strip();
    return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
  }
}
