package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways to ask us to speak a language; only the whole message counts, politeness aside. */
final class LanguageRequests {

  /** As {@link Words#normal} leaves them. */
  private static final Set<String> POLITE =
      Set.of("please", "pls", "prosze", "poprosze", "пожалуиста", "плиз", "ok", "ок");

  private final Map<String, Language> byWords = new HashMap<>();

  LanguageRequests(List<Language> languages) {
    for (var language : languages) {
      Lines.of("language-requests", language)
          .forEach(line -> byWords.put(plain(Words.normal(line)), language));
    }
  }

  Optional<Language> in(String normal) {
    return Optional.ofNullable(byWords.get(plain(normal)));
  }

  private static String plain(String normal) {
    return Words.of(normal).stream()
        .filter(word -> !POLITE.contains(word))
        .collect(Collectors.joining(" "));
  }
}
