package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures for people to read: printed, and kept under {@code target}. */
final class Table {

  private final String title;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String title, String... columns) {
    this.title = title;
    rows.add(List.of(columns));
  }

  Table row(Object... cells) {
    rows.add(Stream.of(cells).map(Table::text).toList());
    return this;
  }

  private static String text(Object cell) {
    return switch (cell) {
      case Double d -> String.format(Locale.ROOT, "%,.1f", d);
      case Number n -> String.format(Locale.ROOT, "%,d", n.longValue());
      default -> cell.toString();
    };
  }

  /** Prints it and keeps it as {@code target/<file>}. */
  void show(String file) {
    var text = "# %s%n%n%s%n".formatted(title, lines());
    System.out.println(text);
    try {
      Files.writeString(Path.of("target", file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lines() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    var rule =
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |"));
    return Stream.concat(
            Stream.of(line(rows.getFirst(), widths), rule),
            rows.stream().skip(1).map(row -> line(row, widths)))
        .collect(Collectors.joining("\n"));
  }

  /** Words to the left, figures to the right. */
  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i -> ("%" + (i == 0 ? "-" : "") + Math.max(1, widths[i]) + "s").formatted(row.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
