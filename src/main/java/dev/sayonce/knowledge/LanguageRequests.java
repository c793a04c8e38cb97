package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to ask us to speak a language; only the whole message counts. */
final class LanguageRequests {

  private final Map<String, Language> byWords = new HashMap<>();

  LanguageRequests(List<Language> languages) {
    for (var language : languages) {
      Lines.of("language-requests", language)
          .forEach(line -> byWords.put(Words.normal(line), language));
    }
  }

  Optional<Language> in(String normal) {
    return Optional.ofNullable(byWords.get(normal));
  }
}
