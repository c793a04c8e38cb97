package dev.sayonce.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts words right that are a slip of the finger away from a known one: a letter too many, too few,
 * another, or two that changed places. Words with one slip have a form in common that lacks a
 * letter; by those forms they are found.
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> byForm = new HashMap<>();

  Spelling(List<String> normals) {
    normals.stream().flatMap(n -> Words.of(n).stream()).filter(known::add).forEach(this::learn);
  }

  private void learn(String word) {
    if (canBeTold(word)) {
      forms(word).forEach(f -> byForm.computeIfAbsent(f, _ -> new ArrayList<>(1)).add(word));
    }
  }

  /** The words put right, in the form of {@link Words#normal}. */
  String right(Said said) {
    var meanings = said.language().flatMap(WordVectors::of);
    return Words.of(said.normal()).stream()
        .map(w -> meanings.filter(m -> m.knows(w)).isPresent() ? w : meant(w).orElse(w))
        .collect(Collectors.joining(" "));
  }

  /** The known word that is meant; empty if there is none, or the word itself is known. */
  private Optional<String> meant(String word) {
    return known.contains(word) || !canBeTold(word)
        ? Optional.empty()
        : forms(word).stream()
            .flatMap(f -> byForm.getOrDefault(f, List.of()).stream())
            .filter(other -> isSlip(word, other))
            .min(Comparator.naturalOrder());
  }

  /** Numbers and codes are never slips. */
  private static boolean canBeTold(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isLetter);
  }

  private static Set<String> forms(String word) {
    var forms = new HashSet<>(Set.of(word));
    for (int i = 0; i < word.length(); i++) {
      forms.add(word.substring(0, i) + word.substring(i + 1));
    }
    return forms;
  }

  /** What is left between the letters that both begin and end with is at most one slip. */
  private static boolean isSlip(String a, String b) {
    int begin = 0;
    int least = Math.min(a.length(), b.length());
    while (begin < least && a.charAt(begin) == b.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < least - begin
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    var left = a.substring(begin, a.length() - end);
    var right = b.substring(begin, b.length() - end);
    return left.length() <= 1 && right.length() <= 1
        || left.length() == 2 && new StringBuilder(left).reverse().toString().equals(right);
  }
}
