package dev.sayonce.flow.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Sums of money: {@code 12,50 zł}, {@code €5}, {@code пять рублей 20 копеек}. */
public final class Monies {

  private static final Lexicon CURRENCIES = Lexicon.of("currency");
  private static final Lexicon CENTS = Lexicon.of("cents");
  private static final int CENT_DIGITS = 2;

  private Monies() {}

  /**
   * A sum in a text.
   *
   * @param currency the ISO 4217 code, empty if none is named
   * @param sure false if there are other sums or numbers beside it
   */
  public record Found(BigDecimal amount, Optional<String> currency, boolean sure) {}

  public static Optional<Found> in(String text) {
    var tokens = Tokens.of(text);
    var numbers = Numbers.all(tokens);
    return numbers.stream()
        .filter(n -> currency(tokens, n).isPresent())
        .findFirst()
        .or(() -> numbers.stream().findFirst())
        .map(n -> sum(tokens, n, numbers));
  }

  private static Found sum(Tokens tokens, Numbers.Match number, List<Numbers.Match> numbers) {
    if (isCents(tokens, number)) {
      return new Found(cents(number.value()), Optional.empty(), number.sure());
    }
    var cents =
        numbers.stream()
            .filter(n -> n.from() > number.from() && isCents(tokens, n))
            .findFirst()
            .map(n -> cents(n.value()));
    boolean alone = numbers.size() == (cents.isPresent() ? 2 : 1);
    var amount = number.value().add(cents.orElse(BigDecimal.ZERO));
    return new Found(
        amount.setScale(CENT_DIGITS, RoundingMode.HALF_UP),
        currency(tokens, number),
        number.sure() && (alone || currency(tokens, number).isPresent()));
  }

  private static Optional<String> currency(Tokens tokens, Numbers.Match number) {
    return CURRENCIES
        .at(tokens.words(), number.end())
        .or(() -> CURRENCIES.at(tokens.words().subList(0, number.from()), number.from() - 1))
        .map(Lexicon.Match::value);
  }

  private static boolean isCents(Tokens tokens, Numbers.Match number) {
    return CENTS.at(tokens.words(), number.end()).isPresent();
  }

  private static BigDecimal cents(BigDecimal value) {
    return value.movePointLeft(CENT_DIGITS).setScale(CENT_DIGITS, RoundingMode.HALF_UP);
  }
}
