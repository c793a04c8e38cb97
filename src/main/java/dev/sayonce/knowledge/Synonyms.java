package dev.sayonce.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of words that mean the same to a company, in all languages together: what is found of a
 * group counts like a word that all of them share.
 */
final class Synonyms {

  static final Synonyms NONE = new Synonyms(List.of());

  /** Endings: what two forms of a word may differ in. */
  private static final int ENDING = 2;

  private static final int SHORT = 5;
  private static final int LEAST_STEM = 3;

  /** A member of a group with the name of the group. */
  private record Member(List<String> words, String group) {}

  private final Map<String, List<Member>> byBeginning = new HashMap<>();

  Synonyms(List<List<String>> groups) {
    for (int i = 0; i < groups.size(); i++) {
      for (var text : groups.get(i)) {
        add(Words.normal(text), "=" + i);
      }
    }
  }

  private void add(String normal, String group) {
    if (!normal.isEmpty()) {
      put(new Member(Words.of(normal), group));
      if (Cyrillic.isMostOf(normal)) {
        put(new Member(Words.of(Cyrillic.inLatin(normal)), group));
      }
    }
  }

  private void put(Member member) {
    byBeginning
        .computeIfAbsent(beginning(member.words.getFirst()), _ -> new ArrayList<>())
        .add(member);
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(LEAST_STEM, word.length()));
  }

  /** The names of the groups that the words touch, once for each place. */
  List<String> in(List<String> words) {
    var groups = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      var rest = words.subList(i, words.size());
      byBeginning.getOrDefault(beginning(words.get(i)), List.of()).stream()
          .filter(member -> begins(rest, member.words))
          .map(Member::group)
          .distinct()
          .forEach(groups::add);
    }
    return groups;
  }

  private static boolean begins(List<String> words, List<String> member) {
    if (words.size() < member.size()) {
      return false;
    }
    for (int i = 0; i < member.size(); i++) {
      if (!isForm(words.get(i), member.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** True if two words differ at most in their endings, as inflected ones do. */
  private static boolean isForm(String word, String of) {
    if (word.equals(of)) {
      return true;
    }
    int ending = of.length() <= SHORT ? 1 : ENDING;
    int stem = Math.max(LEAST_STEM, of.length() - ending);
    return word.length() <= of.length() + ending
        && word.length() >= stem
        && of.length() >= stem
        && word.startsWith(of.substring(0, stem));
  }
}
