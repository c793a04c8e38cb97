package dev.sayonce.conversation;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One sentence as bare words: folded, with the usual short forms written out.
 *
 * @param original as it was written
 * @param isQuestion true if it ends with a question mark
 */
record Sentence(String original, List<String> words, boolean isQuestion) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** The sentences of a text; a dot inside a word (an address, a short form) ends none. */
  static List<Sentence> of(String text) {
    return joined(text).map(Sentence::read).filter(s -> !s.words.isEmpty()).toList();
  }

  private static Stream<String> joined(String text) {
    return Stream.of(text.split("(?<=[!?…\\n])|(?<=\\.)(?=\\s)"));
  }

  private static Sentence read(String original) {
    var plain =
        Folded.of(original.replace("№", " номер ").replaceAll("[’'`]", ""))
            .text()
            .replaceAll("\\be[- ]mail", "email");
    var words =
        WORD.matcher(plain).results().map(MatchResult::group).map(Sentence::writtenOut).toList();
    return new Sentence(original, endingWithNumber(words), original.strip().endsWith("?"));
  }

  private static String writtenOut(String word) {
    return word.equals("nr") ? "numer" : word;
  }

  /** "Your order no?" */
  private static List<String> endingWithNumber(List<String> words) {
    if (words.size() < 2 || !words.getLast().equals("no")) {
      return words;
    }
    return Stream.concat(words.stream().limit(words.size() - 1L), Stream.of("number")).toList();
  }

  boolean hasAny(Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }

  /** The word there; empty beside the sentence. */
  String at(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
  }
}
