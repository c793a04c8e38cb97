package dev.sayonce.flow.slot;

import com.ibm.icu.text.NumberFormat;
import dev.sayonce.flow.words.Numbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** A number within limits, in figures or words; kept as {@code 1234.5}. */
public record NumberSlot(Optional<BigDecimal> min, Optional<BigDecimal> max) implements SlotType {

  @Override
  public Optional<Found> find(Heard heard) {
    return Numbers.in(heard.words())
        .filter(found -> fits(found.value()))
        .map(found -> new Found(kept(found.value()), found.sure()));
  }

  private boolean fits(BigDecimal value) {
    return min.filter(m -> value.compareTo(m) < 0).isEmpty()
        && max.filter(m -> value.compareTo(m) > 0).isEmpty();
  }

  private static String kept(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  @Override
  public Optional<String> normal(Object value) {
    return decimal(value).filter(this::fits).map(NumberSlot::kept);
  }

  static Optional<BigDecimal> decimal(Object value) {
    try {
      var number = new BigDecimal(value.toString().strip());
      // A few characters, 1e999999999, would write themselves out to a gigabyte.
      return Math.abs(number.scale()) > 20 || number.precision() > 30
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public Object value(String kept) {
    return decimal(kept).<Object>map(BigDecimal::doubleValue).orElse(kept);
  }

  @Override
  public String shown(String kept, Locale locale) {
    return decimal(kept).map(n -> format(locale).format(n)).orElse(kept);
  }

  private static NumberFormat format(Locale locale) {
    var format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(20);
    return format;
  }

  @Override
  public Optional<String> example(Locale locale) {
    var limits = min.map(NumberSlot::kept).orElse("") + "–" + max.map(NumberSlot::kept).orElse("");
    return Optional.of(limits.length() == 1 ? "3" : limits);
  }
}
