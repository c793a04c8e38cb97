package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions with what they mean, as owners collect them from their own logs.
 *
 * @param questions in the order of the files
 */
public record Labels(List<Labelled> questions) {

  /**
   * A question with its right answer.
   *
   * @param intent empty if the question must not be answered
   */
  public record Labelled(String text, Optional<Intent> intent) {

    public boolean isInScope() {
      return intent.isPresent();
    }
  }

  /** The label of what must not be answered. */
  public static final String OUT_OF_SCOPE = "oos";

  private static final double WORTH_MENTIONING = 0.1;

  /**
   * Lines of a question, a tab, and the name of its intent.
   *
   * @param name of the file, for the message of the exception
   * @throws IllegalArgumentException if a line has no tab
   */
  public static Labels read(String name, List<String> lines) {
    var questions = new ArrayList<Labelled>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        questions.add(read(name, i + 1, lines.get(i)));
      }
    }
    return new Labels(questions);
  }

  private static Labelled read(String name, int number, String line) {
    int tab = line.lastIndexOf('\t');
    if (tab < 0 || line.substring(tab).isBlank()) {
      throw new IllegalArgumentException(
          "%s:%d: Write a question, a tab and the name of its intent, or %s where it must not be answered."
              .formatted(name, number, OUT_OF_SCOPE));
    }
    var label = line.substring(tab + 1).strip();
    return new Labelled(
        line.substring(0, tab),
        isOutOfScope(label) ? Optional.empty() : Optional.of(Intent.answer(label)));
  }

  /** Owners may sort what is out of scope: {@code oos_far}, {@code oos_near}. */
  private static boolean isOutOfScope(String label) {
    return label.equals(OUT_OF_SCOPE) || label.startsWith(OUT_OF_SCOPE + "_");
  }

  public Labels and(Labels others) {
    var all = new ArrayList<>(questions);
    all.addAll(others.questions);
    return new Labels(all);
  }

  /** The questions as lessons, in one language or, if none is named, in those they seem to be. */
  public Lessons lessons(Optional<Language> language) {
    var examples = new ArrayList<>(language.map(this::examples).orElseGet(this::examples));
    var languages = examples.stream().map(Example::language).distinct().toList();
    examples.addAll(titles(languages));
    var shipped = Lessons.of(languages, examples);
    var offTopic = new ArrayList<>(shipped.offTopic());
    questions.stream().filter(q -> !q.isInScope()).map(Labelled::text).forEach(offTopic::add);
    return new Lessons(languages, examples, offTopic, shipped.matching());
  }

  /** The name of an intent is the nearest to a title that there is, and titles are learned too. */
  private List<Example> titles(List<Language> languages) {
    var language = languages.contains(Language.EN) ? Language.EN : languages.getFirst();
    return questions.stream()
        .flatMap(q -> q.intent().stream())
        .distinct()
        .filter(i -> i.id().codePoints().anyMatch(Character::isLetter))
        .map(i -> new Example(i.id().replace('_', ' ').replace('-', ' '), i, language))
        .toList();
  }

  private List<Example> examples(Language language) {
    return questions.stream()
        .flatMap(q -> q.intent().map(i -> new Example(q.text(), i, language)).stream())
        .toList();
  }

  /** A language that only a few lines seem to be in is a mistake about short lines. */
  private List<Example> examples() {
    var tongues = new Tongues(Lessons.SHIPPED, List.of());
    var guessed = questions.stream().map(q -> tongues.of(q.text())).toList();
    var spoken =
        Lessons.SHIPPED.stream()
            .filter(
                l ->
                    guessed.stream().filter(Optional.of(l)::equals).count()
                        >= WORTH_MENTIONING * questions.size())
            .toList();
    var usual = spoken.isEmpty() ? Lessons.SHIPPED.getLast() : spoken.getFirst();
    var examples = new ArrayList<Example>();
    for (int i = 0; i < guessed.size(); i++) {
      var question = questions.get(i);
      var language = guessed.get(i).filter(spoken::contains).orElse(usual);
      question.intent().ifPresent(x -> examples.add(new Example(question.text(), x, language)));
    }
    return examples;
  }
}
