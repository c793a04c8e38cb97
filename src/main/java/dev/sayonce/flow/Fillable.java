package dev.sayonce.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of the catalogue with blanks: {@code {id}} for a value that the action is given, {@code
 * ${env.NAME}} for a secret that only the environment knows. Who fills it in says how a value must
 * be written there.
 */
public record Fillable(List<Part> parts) {

  private static final Pattern BLANK =
      Pattern.compile("\\$\\{env\\.([A-Z][A-Z0-9_]*)}|\\{([a-z][a-zA-Z0-9]*)}");
  private static final Pattern BRACE = Pattern.compile("[{}]");

  /** A blank, and where in its text it begins, counted from 0. */
  public record Blank(int at, Part part) {}

  /** A piece of the text. */
  public sealed interface Part {
    record Words(String text) implements Part {}

    record Value(String input) implements Part {}

    record Secret(String name) implements Part {}
  }

  public Fillable {
    parts = List.copyOf(parts);
  }

  /** The text read; a brace that opens no blank stays a brace. */
  public static Fillable of(String text) {
    var parts = Stream.<Part>builder();
    var blank = BLANK.matcher(text);
    int from = 0;
    while (blank.find()) {
      words(text.substring(from, blank.start()), parts);
      parts.add(part(blank));
      from = blank.end();
    }
    words(text.substring(from), parts);
    return new Fillable(parts.build().toList());
  }

  private static Part part(MatchResult blank) {
    return blank.group(1) == null
        ? new Part.Value(blank.group(2))
        : new Part.Secret(blank.group(1));
  }

  /** The blanks of a text, in order. */
  public static List<Blank> blanks(String text) {
    return BLANK.matcher(text).results().map(m -> new Blank(m.start(), part(m))).toList();
  }

  private static void words(String text, Stream.Builder<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part.Words(text));
    }
  }

  /** Where a brace stands that belongs to no blank, counted from 0. */
  public static Optional<Integer> strayBrace(String text) {
    var rest = BLANK.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    var brace = BRACE.matcher(rest);
    return brace.find() ? Optional.of(brace.start()) : Optional.empty();
  }

  /** The names of the values, in order. */
  public Stream<String> values() {
    return parts.stream()
        .flatMap(p -> p instanceof Part.Value(var name) ? Stream.of(name) : Stream.empty());
  }

  /** The names of the secrets, in order. */
  public Stream<String> secrets() {
    return parts.stream()
        .flatMap(p -> p instanceof Part.Secret(var name) ? Stream.of(name) : Stream.empty());
  }

  /** The value that is all there is to the text, if it is one. */
  public Optional<String> only() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Value(var name)
        ? Optional.of(name)
        : Optional.empty();
  }
}
