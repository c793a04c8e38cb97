package dev.sayonce.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text in each of the company's languages. {@code {name}} stands for a slot or another named
 * value.
 */
public record LocalText(@JsonValue Map<Language, String> byLanguage) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
  private static final String MISSING = "—";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LocalText {
    byLanguage = Map.copyOf(byLanguage);
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException("A text needs at least one language");
    }
  }

  /** The text in the given language; where that is missing in English, else in any. */
  public String in(Language language) {
    var text = byLanguage.get(language);
    if (text == null) {
      text = byLanguage.get(Language.EN);
    }
    return text != null ? text : byLanguage.values().iterator().next();
  }

  /** The text with its placeholders filled; a value that is not known renders as a dash. */
  public String in(Language language, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(in(language))
        .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), MISSING)));
  }
}
