package dev.sayonce.flow.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One section of the word lists that ship with the product: which words stand for which value.
 * Customers mix languages, so all three are known at once.
 */
final class Lexicon {

  private static final List<String> LANGUAGES = List.of("pl", "ru", "en");
  private static final Map<String, Map<String, String>> SECTIONS = read();

  private final Map<String, String> byWords;
  private final List<List<String>> phrases;

  private Lexicon(Map<String, String> byWords) {
    this.byWords = byWords;
    this.phrases =
        byWords.keySet().stream()
            .map(Plain::tokens)
            .filter(tokens -> tokens.size() > 1)
            .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
            .toList();
  }

  /** A value that stands at some place of a text, and how many tokens it takes. */
  record Match(String value, int length) {
    int number() {
      return Integer.parseInt(value);
    }
  }

  /** A section in all languages. */
  static Lexicon of(String section) {
    var words = new HashMap<String, String>();
    LANGUAGES.forEach(
        l -> SECTIONS.getOrDefault(l + section, Map.of()).forEach(words::putIfAbsent));
    return new Lexicon(words);
  }

  /** The value that begins at that token; the longest words that fit. */
  Optional<Match> at(List<String> tokens, int from) {
    if (from < 0 || from >= tokens.size()) {
      return Optional.empty();
    }
    var rest = tokens.subList(from, tokens.size());
    for (var phrase : phrases) {
      if (rest.size() >= phrase.size() && rest.subList(0, phrase.size()).equals(phrase)) {
        return match(String.join(" ", phrase), phrase.size());
      }
    }
    return match(tokens.get(from), 1);
  }

  /** As {@link #at}, but a single word may have a slip in it, if it can mean one value only. */
  Optional<Match> near(List<String> tokens, int from) {
    var exact = at(tokens, from);
    if (exact.isPresent() || from < 0 || from >= tokens.size()) {
      return exact;
    }
    var meant =
        byWords.entrySet().stream()
            .filter(e -> Typos.same(tokens.get(from), e.getKey()))
            .map(Map.Entry::getValue)
            .distinct()
            .limit(2)
            .toList();
    return meant.size() == 1 ? Optional.of(new Match(meant.getFirst(), 1)) : Optional.empty();
  }

  private Optional<Match> match(String words, int length) {
    return Optional.ofNullable(byWords.get(words)).map(value -> new Match(value, length));
  }

  private static Map<String, Map<String, String>> read() {
    var sections = new HashMap<String, Map<String, String>>();
    for (var language : LANGUAGES) {
      lines(language).forEach(line -> add(sections, language, line));
    }
    return sections;
  }

  private static void add(Map<String, Map<String, String>> sections, String language, String line) {
    int equals = line.indexOf(" = ");
    int dot = line.indexOf('.');
    var words = sections.computeIfAbsent(language + line.substring(0, dot), _ -> new HashMap<>());
    for (var word : line.substring(equals + 3).split(",")) {
      words.put(Plain.words(word), line.substring(dot + 1, equals));
    }
  }

  private static List<String> lines(String language) {
    var name = "/dev/sayonce/flow/words/" + language + ".txt";
    try (var stream = Lexicon.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Missing in the jar: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" = ") && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Unreadable in the jar: " + name, e);
    }
  }
}
