package dev.sayonce.flow.drawing;

import dev.sayonce.flow.Language;
import java.util.ResourceBundle;

/** The few words that a drawing adds to the author's own, in English where a language has none. */
final class Captions {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  Captions(Language language) {
    words =
        ResourceBundle.getBundle(
            "dev.sayonce.flow.drawing.captions", language.locale(), NO_FALLBACK);
  }

  String say(String name) {
    return words.getString(name);
  }

  String say(String name, String value) {
    return words.getString(name).replace("{0}", value);
  }
}
