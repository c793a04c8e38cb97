package dev.sayonce.flow.slot;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import dev.sayonce.flow.words.Monies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A sum of money in one currency, kept as {@code 12.50}.
 *
 * @param currency the ISO 4217 code; a sum in another one does not fit
 */
public record MoneySlot(String currency) implements SlotType {

  @Override
  public Optional<Found> find(Heard heard) {
    return Monies.in(heard.words())
        .filter(found -> found.amount().signum() >= 0)
        .filter(found -> found.currency().filter(c -> !c.equals(currency)).isEmpty())
        .map(found -> new Found(found.amount().toPlainString(), found.sure()));
  }

  @Override
  public Optional<String> normal(Object value) {
    return NumberSlot.decimal(value)
        .filter(n -> n.signum() >= 0)
        .map(n -> n.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  @Override
  public Object value(String kept) {
    return NumberSlot.decimal(kept).<Object>map(BigDecimal::doubleValue).orElse(kept);
  }

  @Override
  public String shown(String kept, Locale locale) {
    return NumberSlot.decimal(kept).map(n -> format(locale).format(n)).orElse(kept);
  }

  private NumberFormat format(Locale locale) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format;
  }

  @Override
  public Optional<String> example(Locale locale) {
    return Optional.of(shown("49.90", locale));
  }
}
