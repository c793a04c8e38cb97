package dev.sayonce.knowledge;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts words right that are a slip of the finger away from a known one: a letter too many, too few,
 * another, or two that changed places. Words of the examples come first, then those whose meaning
 * is known, commoner ones before rarer.
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  private final Set<String> known = new HashSet<>();

  /** The letters that the known words have, script by script. */
  private final Map<UnicodeScript, Set<Character>> letters = new HashMap<>();

  Spelling(List<String> normals) {
    for (var normal : normals) {
      for (var word : Words.of(normal)) {
        if (known.add(word) && canBeTold(word)) {
          var script = letters.computeIfAbsent(script(word), _ -> new TreeSet<>());
          word.chars().forEach(c -> script.add((char) c));
        }
      }
    }
  }

  /** The words put right, in the form of {@link Words#normal}. */
  String right(Said said) {
    var meanings = said.language().flatMap(WordVectors::of);
    return Words.of(said.normal()).stream()
        .map(word -> isRight(word, meanings) ? word : meant(word, meanings).orElse(word))
        .collect(Collectors.joining(" "));
  }

  private boolean isRight(String word, Optional<WordVectors> meanings) {
    return !canBeTold(word)
        || known.contains(word)
        || meanings.filter(m -> m.knows(word)).isPresent();
  }

  private Optional<String> meant(String word, Optional<WordVectors> meanings) {
    var slips = slips(word);
    return slips.stream()
        .filter(known::contains)
        .min(Comparator.naturalOrder())
        .or(() -> meanings.flatMap(m -> m.best(slips)));
  }

  /** Numbers and codes are never slips. */
  private static boolean canBeTold(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isLetter);
  }

  private static UnicodeScript script(String word) {
    return UnicodeScript.of(word.charAt(0));
  }

  /** All that is one slip away. */
  private List<String> slips(String word) {
    var slips = new ArrayList<String>();
    var others = letters.getOrDefault(script(word), Set.of());
    for (int i = 0; i <= word.length(); i++) {
      var begin = word.substring(0, i);
      var rest = word.substring(i);
      others.forEach(letter -> slips.add(begin + letter + rest));
      if (!rest.isEmpty()) {
        var end = rest.substring(1);
        slips.add(begin + end);
        others.forEach(letter -> slips.add(begin + letter + end));
        if (!end.isEmpty()) {
          slips.add(begin + end.charAt(0) + rest.charAt(0) + end.substring(1));
        }
      }
    }
    return slips;
  }
}
