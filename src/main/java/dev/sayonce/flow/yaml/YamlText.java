package dev.sayonce.flow.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a text of one line so that every YAML tool reads it as that text. */
final class YamlText {

  private static final Pattern PLAIN =
      Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}\\p{N} ?!.'’-]*[\\p{L}\\p{M}\\p{N}?!.])?");
  private static final Set<String> OTHER_MEANING =
      Set.of("yes", "no", "on", "off", "y", "n", "true", "false", "null");

  private YamlText() {}

  /** Bare where that is safe, in double quotes otherwise. */
  static String of(String text) {
    return PLAIN.matcher(text).matches() && !OTHER_MEANING.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
