package dev.sayonce.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sayonce.flow.template.Template;
import dev.sayonce.flow.template.TemplateValues;
import java.util.Map;

/**
 * One text in each of the company's languages, in ICU's message format where it is said: {@code
 * {name}} stands for a slot or another named value.
 */
public record LocalText(@JsonValue Map<Language, String> byLanguage) {

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
    return in(language, TemplateValues.of(values));
  }

  /** The text with its placeholders filled; plurals and choices go by the language. */
  public String in(Language language, TemplateValues values) {
    return Template.render(in(language), language.locale(), values);
  }
}
