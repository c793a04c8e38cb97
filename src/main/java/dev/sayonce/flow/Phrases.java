package dev.sayonce.flow;

import java.util.Map;

/**
 * What the product itself says to customers. Every name has a text in Polish, Russian and English;
 * a company may reword any.
 */
public record Phrases(Map<Phrase, LocalText> texts) {

  public String say(Phrase phrase, Language language) {
    return text(phrase).in(language);
  }

  public String say(Phrase phrase, Language language, Map<String, String> values) {
    return text(phrase).in(language, values);
  }

  /** True if the phrase has a text of its own in that language. */
  public boolean speaks(Phrase phrase, Language language) {
    return text(phrase).byLanguage().containsKey(language);
  }

  private LocalText text(Phrase phrase) {
    var text = texts.get(phrase);
    if (text == null) {
      throw new IllegalStateException("No text for the phrase " + phrase);
    }
    return text;
  }
}
