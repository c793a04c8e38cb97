package dev.sayonce.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that say what is not wanted: "I don't want to return it, I want to exchange it".
 *
 * @param denied what is not wanted, as {@link Words#normal} leaves it
 * @param rest what else is said; empty if nothing
 */
record Denial(String denied, String rest) {

  private static final Pattern BORDERS =
      Pattern.compile(
          "[.!?;,:\\n–—]+|\\s(?:ale|lecz|tylko|but|rather|instead|но|а|только)\\s",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A bare no before what is meant. */
  private static final Pattern NO = Pattern.compile("(?:nie|no|nope|нет|не|ne|niet|net)");

  /** As {@link Words#normal} leaves them; what follows is not wanted. */
  private static final List<Pattern> WISHES =
      List.of(
          Pattern.compile(
              "(?:ja |mi |juz |wcale )*nie (?:juz |wcale )*(?:chce|chcialem|chcialam|chcialbym"
                  + "|chcialabym|potrzebuje|potrzebny mi|potrzebna mi|prosze o|prosilem o"
                  + "|prosilam o|pytam o|pytalem o|pytalam o|chodzi mi o|chodzilo mi o"
                  + "|chodzi o|chodzilo o|interesuje mnie|zamierzam) (.+)"),
          Pattern.compile(
              "(?:я |мне |мы |нам |уже |вовсе )*не (?:хочу|хотел бы|хотела бы|хотел|хотела|хотим"
                  + "|нужен|нужна|нужно|нужны|надо|прошу|просил|просила|собираюсь"
                  + "|спрашиваю про|спрашивал про|спрашивала про|спрашиваю о|спрашивал о"
                  + "|спрашивала о|имел в виду|имела в виду) (.+)"),
          Pattern.compile(
              "(?:no |i |we )*(?:do not|don t|dont|did not|didn t|didnt) (?:really )?(?:want|need"
                  + "|mean|ask about|ask for|wish)(?: to| for)?(?: an?| the| any| my| about)* (.+)"),
          Pattern.compile("(?:no |it s |its |that s |this is )*not (?:about|to|an?|the|my) (.+)"),
          Pattern.compile("nie o (.+?)(?: (?:chodzi|mi chodzi|pytam|pytalem|pytalam).*)?"),
          Pattern.compile("не (?:о|об|про) (.+)"));

  /** After a bare not only the name of something tells that a wish is denied. */
  private static final Pattern BARE = Pattern.compile("(?:to )?(?:nie|not|не|это не) (.+)");

  /**
   * What the text denies.
   *
   * @param isName whether words are the whole name of something that may be wanted
   */
  static Optional<Denial> in(String text, Predicate<String> isName) {
    var clauses =
        Arrays.stream(BORDERS.split(text)).map(Words::normal).filter(c -> !c.isEmpty()).toList();
    var rest = new ArrayList<String>();
    Optional<String> denied = Optional.empty();
    for (var clause : clauses) {
      var here = denied(clause, isName);
      if (here.isPresent() && denied.isEmpty()) {
        denied = here;
      } else if (!NO.matcher(clause).matches()) {
        rest.add(clause);
      }
    }
    var others = rest.stream().collect(Collectors.joining(" "));
    return denied.map(words -> new Denial(words, others));
  }

  /** "Nie zwrócić": a single infinitive is something to do. */
  private static boolean isDoing(String words) {
    return !words.contains(" ")
        && (words.endsWith("ic") || words.endsWith("ac") || words.endsWith("ть"));
  }

  private static Optional<String> denied(String clause, Predicate<String> isName) {
    for (var pattern : WISHES) {
      var match = pattern.matcher(clause);
      if (match.matches()) {
        return Optional.of(match.group(1));
      }
    }
    var bare = BARE.matcher(clause);
    return bare.matches() && (isName.test(bare.group(1)) || isDoing(bare.group(1)))
        ? Optional.of(bare.group(1))
        : Optional.empty();
  }
}
