package dev.sayonce.flow.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What authors bring along from other languages: words and signs that conditions write otherwise.
 */
final class Habits {

  private record Habit(Pattern pattern, String instead) {}

  private static final List<Habit> ALL =
      List.of(
          habit("=<", "<="),
          habit("=>", ">="),
          habit("<>", "!="),
          habit("=\\s*!", "!="),
          habit("(?<![=!<>])=(?![=~])", "=="),
          habit("(?<!&)&(?!&)", "&&"),
          habit("(?<!\\|)\\|(?!\\|)", "||"),
          word("and", "&&"),
          word("or", "||"),
          word("not", "!"),
          word("is", "=="));

  private static final Pattern TEXT = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");

  private Habits() {}

  /**
   * @param at the character, counted from 0
   */
  record Slip(int at, String remedy) {}

  private static Habit habit(String pattern, String instead) {
    return new Habit(Pattern.compile(pattern), instead);
  }

  private static Habit word(String word, String instead) {
    return habit("(?i)(?<![\\w.])" + word + "(?![\\w.(])", instead);
  }

  /** The first of them in an expression that can't be read, texts in quotes aside. */
  static Optional<Slip> in(String expression, int from) {
    var bare = TEXT.matcher(expression).replaceAll(m -> " ".repeat(m.group().length()));
    return unclosed(bare, from)
        .or(() -> ALL.stream().flatMap(habit -> slip(habit, bare, from).stream()).findFirst());
  }

  private static Optional<Slip> slip(Habit habit, String bare, int from) {
    var found = habit.pattern().matcher(bare);
    return found.find(from)
        ? Optional.of(
            new Slip(
                found.start(),
                "`%s` is written otherwise here: `%s`.".formatted(found.group(), habit.instead())))
        : Optional.empty();
  }

  private static Optional<Slip> unclosed(String bare, int from) {
    int at = Math.max(bare.indexOf('\'', from), bare.indexOf('"', from));
    return at < 0
        ? Optional.empty()
        : Optional.of(new Slip(at, "A quote is opened and not closed: add the closing quote."));
  }
}
