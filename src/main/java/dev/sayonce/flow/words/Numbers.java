package dev.sayonce.flow.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers in figures and in words: {@code 1 234,5}, {@code dwadzieścia pięć}, {@code 2 тыс}. */
public final class Numbers {

  private static final Lexicon CARDINALS = Lexicon.of("number");
  private static final Lexicon HUNDREDS = Lexicon.of("hundred");
  private static final Lexicon THOUSANDS = Lexicon.of("thousand");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Numbers() {}

  /**
   * A number in a text.
   *
   * @param sure false if it may be read in two ways
   */
  public record Found(BigDecimal value, boolean sure) {}

  /** A number that takes {@code length} tokens from {@code from} on. */
  record Match(BigDecimal value, int from, int length, boolean sure) {
    int end() {
      return from + length;
    }
  }

  /** The first number of the text; not sure if there are others. */
  public static Optional<Found> in(String text) {
    var all = all(Tokens.of(text));
    return all.stream()
        .findFirst()
        .map(first -> new Found(first.value, first.sure && sameAsAll(first, all)));
  }

  private static boolean sameAsAll(Match first, List<Match> all) {
    return all.stream().allMatch(m -> m.value.compareTo(first.value) == 0);
  }

  static List<Match> all(Tokens tokens) {
    var found = new ArrayList<Match>();
    for (int at = 0; at < tokens.size(); ) {
      var match = at(tokens, at);
      match.ifPresent(found::add);
      at = match.map(Match::end).orElse(at + 1);
    }
    return found;
  }

  static Optional<Match> at(Tokens tokens, int from) {
    return new Sum(tokens, from).add();
  }

  /** Adds up the parts of a number: thousands, hundreds, tens, units. */
  private static final class Sum {
    private final Tokens tokens;
    private final int from;
    private int at;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal part = BigDecimal.ZERO;
    private boolean sure = true;

    Sum(Tokens tokens, int from) {
      this.tokens = tokens;
      this.from = from;
      this.at = from;
    }

    Optional<Match> add() {
      while (at < tokens.size() && (figure() || word() || multiple() || joined())) {}
      return at == from
          ? Optional.empty()
          : Optional.of(new Match(total.add(part), from, at - from, sure));
    }

    private boolean figure() {
      var figure = at == from ? tokens.figure(at) : Optional.<Tokens.Figure>empty();
      figure.ifPresent(
          f -> {
            part = f.value();
            sure = f.sure();
            at++;
          });
      return figure.isPresent();
    }

    private boolean word() {
      var match = CARDINALS.at(tokens.words(), at);
      var value = match.map(m -> new BigDecimal(m.value()));
      if (value.isEmpty() || !fits(value.get())) {
        return false;
      }
      part = part.add(value.get());
      at += match.get().length();
      return true;
    }

    /** A smaller part may follow a larger one, each once: two hundred, then fifty, then three. */
    private boolean fits(BigDecimal value) {
      if (at == from) {
        return true;
      }
      int size =
          value.compareTo(BigDecimal.TEN) < 0 ? 10 : value.compareTo(HUNDRED) < 0 ? 100 : 1000;
      return tokens.figure(from).isEmpty()
          && value.signum() > 0
          && part.remainder(BigDecimal.valueOf(size)).signum() == 0
          && part.remainder(HUNDRED).compareTo(BigDecimal.TEN) != 0;
    }

    private boolean multiple() {
      if (at > from && THOUSANDS.at(tokens.words(), at).isPresent() && total.signum() == 0) {
        total = part.multiply(THOUSAND);
        part = BigDecimal.ZERO;
      } else if (at == from
          && THOUSANDS.at(tokens.words(), at).isPresent()
          && tokens.words().get(at).length() > 3) {
        total = THOUSAND;
      } else if (at > from
          && HUNDREDS.at(tokens.words(), at).isPresent()
          && part.compareTo(BigDecimal.TEN) < 0) {
        part = part.multiply(HUNDRED);
      } else {
        return false;
      }
      at++;
      return true;
    }

    /** "Two hundred and five". */
    private boolean joined() {
      boolean joins =
          at > from
              && tokens.is(at, "and")
              && CARDINALS
                  .at(tokens.words(), at + 1)
                  .filter(m -> fits(new BigDecimal(m.value())))
                  .isPresent()
              && part.add(total).compareTo(HUNDRED) >= 0;
      at += joins ? 1 : 0;
      return joins;
    }
  }
}
