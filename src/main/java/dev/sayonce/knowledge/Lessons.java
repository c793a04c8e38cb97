package dev.sayonce.knowledge;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Matching;
import java.util.Collection;
import java.util.List;

/**
 * All that a knowledge is learned from.
 *
 * @param languages those that are spoken
 * @param offTopic lines that are none of the examples' business: what may be said to anybody
 * @param matching thresholds and synonyms
 */
public record Lessons(
    List<Language> languages, List<Example> examples, List<String> offTopic, Matching matching) {

  /** The languages that the product has lists of its own for. */
  static final List<Language> SHIPPED = List.of(Language.PL, Language.RU, Language.EN);

  /** What a company's authors wrote, beside what ships with the product. */
  public static Lessons in(FlowSet set) {
    return of(set.company().languages(), Example.in(set)).with(set.company().matching());
  }

  static Lessons of(List<Language> languages, List<Example> examples) {
    return new Lessons(languages, examples, offTopic(languages), Matching.USUAL);
  }

  public Lessons with(Matching other) {
    return new Lessons(languages, examples, offTopic, other);
  }

  List<Said> offTopic(Tongues tongues) {
    return offTopic.stream().map(line -> Said.in(line, tongues)).toList();
  }

  private static List<String> offTopic(Collection<Language> languages) {
    return languages.stream().flatMap(l -> Lines.of("off-topic", l).stream()).toList();
  }
}
