package dev.sayonce.knowledge;

import dev.sayonce.flow.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells the language of a text, where that can be told, from the company's own examples. */
final class Tongues {

  private static final double FAIRLY_SURE = 0.75;
  private static final double COST = 10;
  private static final int LEAST_LETTERS = 3;

  /** So many words are a sentence. */
  private static final int SENTENCE = 4;

  private static final Pattern OF_NO_LANGUAGE = Pattern.compile("\\S*[\\p{N}@/]\\S*");

  private final List<Language> languages;
  private final List<Language> cyrillic;
  private final Vocabulary vocabulary;
  private final Map<String, Set<Language>> speakers = new HashMap<>();
  private final Separator separator;

  Tongues(List<Language> languages, List<Example> examples) {
    this.languages = languages;
    var texts = new ArrayList<String>();
    var classes = new ArrayList<Integer>();
    for (var language : languages) {
      for (var spelling : spellings(language, examples)) {
        texts.add(spelling);
        Words.of(spelling)
            .forEach(w -> speakers.computeIfAbsent(w, _ -> new HashSet<>()).add(language));
        classes.add(languages.indexOf(language));
      }
    }
    vocabulary = new Vocabulary(texts, Synonyms.NONE);
    separator =
        Separator.train(
            texts.stream().map(vocabulary::vector).toList(),
            classes.stream().mapToInt(Integer::intValue).toArray(),
            languages.size(),
            vocabulary.size(),
            COST);
    cyrillic = languages.stream().filter(l -> isCyrillic(l, examples)).toList();
  }

  Optional<Language> of(String text) {
    if (Cyrillic.isMostOf(text) && cyrillic.size() < 2) {
      return cyrillic.stream().findFirst();
    }
    var letters = letters(text);
    var vector = vocabulary.vector(letters);
    // One word in Latin letters may be anybody's (operator): it tells no Cyrillic language.
    return vector.size() == 0 || letters.length() < LEAST_LETTERS
        ? Optional.empty()
        : likeliest(vector).filter(l -> letters.contains(" ") || !cyrillic.contains(l));
  }

  /**
   * The language that the customer is plainly writing in. Names, codes and nonsense look like some
   * language too: one word must be of it alone, or there must be a sentence.
   */
  Optional<Language> told(Said said) {
    var words = Words.of(letters(said.text()));
    return said.language()
        .filter(
            language ->
                Cyrillic.isMostOf(said.text())
                    || words.size() >= SENTENCE
                    || words.stream().anyMatch(word -> isOnlyOf(word, language)));
  }

  private boolean isOnlyOf(String word, Language language) {
    return word.length() >= LEAST_LETTERS && Set.of(language).equals(speakers.get(word));
  }

  private Optional<Language> likeliest(Vector vector) {
    var shares = separator.probabilities(vector);
    return IntStream.range(0, shares.length)
        .filter(i -> shares[i] >= FAIRLY_SURE)
        .mapToObj(languages::get)
        .findFirst();
  }

  /** With diacritics and without, in its own letters and in Latin ones. */
  private static List<String> spellings(Language language, List<Example> examples) {
    var spellings = new ArrayList<String>();
    for (var text : texts(language, examples)) {
      spellings.add(letters(text));
      spellings.add(Cyrillic.inLatin(Words.normal(text)));
    }
    return spellings;
  }

  private static boolean isCyrillic(Language language, List<Example> examples) {
    var texts = texts(language, examples);
    return 2 * texts.stream().filter(Cyrillic::isMostOf).count() > texts.size();
  }

  private static List<String> texts(Language language, List<Example> examples) {
    var texts = new ArrayList<>(Lines.of("off-topic", language));
    examples.stream().filter(e -> e.language().equals(language)).forEach(e -> texts.add(e.text()));
    return texts;
  }

  /**
   * Lower-case letters and blanks: numbers and signs are of no language, nor are order numbers and
   * addresses with them or with an @.
   */
  private static String letters(String text) {
    var words = OF_NO_LANGUAGE.matcher(text).replaceAll(" ");
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }
}
