package dev.sayonce.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the common words of a language mean, said in plain English words. A line is one or more of
 * those, a colon, and words that mean it: whole ones, and stems with a hyphen that an ending may
 * follow. What stands in several lines means all of them.
 */
final class Glossary {

  private static final int LONGEST_ENDING = 4;

  private final Map<String, List<String>> byWord = new HashMap<>();
  private final Map<String, List<String>> byStem = new HashMap<>();

  Glossary(List<String> lines) {
    for (var line : lines) {
      int colon = line.indexOf(':');
      var english = List.of(line.substring(0, colon).split(" "));
      for (var word : line.substring(colon + 1).strip().split(" ")) {
        add(word, english);
      }
    }
  }

  private void add(String word, List<String> english) {
    var normal = Words.normal(word);
    var map = word.endsWith("-") ? byStem : byWord;
    for (var spelling : Set.copyOf(List.of(normal, Cyrillic.inLatin(normal)))) {
      map.merge(spelling, english, Glossary::both);
    }
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** English words that together mean what the word means; none if it is not known. */
  List<String> meaning(String word) {
    var whole = byWord.get(word);
    return whole != null ? whole : byStem.getOrDefault(stem(word), List.of());
  }

  boolean knows(String word) {
    return byWord.containsKey(word) || byStem.containsKey(stem(word));
  }

  /** How many letters follow the stem; none of a word that is known whole, or not at all. */
  int ending(String word) {
    var stem = stem(word);
    return byWord.containsKey(word) || !byStem.containsKey(stem)
        ? 0
        : word.length() - stem.length();
  }

  /** The longest that is known; the word itself if none is. */
  private String stem(String word) {
    int shortest = Math.max(1, word.length() - LONGEST_ENDING);
    for (int end = word.length(); end >= shortest; end--) {
      var stem = word.substring(0, end);
      if (byStem.containsKey(stem)) {
        return stem;
      }
    }
    return word;
  }
}
