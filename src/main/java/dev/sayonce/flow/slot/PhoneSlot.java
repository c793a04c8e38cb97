package dev.sayonce.flow.slot;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number, kept as {@code +48600100200} (E.164).
 *
 * @param regions whose numbers may come without a country code, as ISO 3166 codes, the likeliest
 *     first
 */
public record PhoneSlot(List<String> regions) implements SlotType {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])\\+?\\(?\\d(?:[\\s().–-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}])");
  private static final String NOWHERE = "ZZ";

  @Override
  public Optional<Found> find(Heard heard) {
    if (heard.words().length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    return WRITTEN
        .matcher(heard.words())
        .results()
        .flatMap(found -> number(found.group(), heard.locale()).stream())
        .findFirst()
        .map(number -> Found.sure(NUMBERS.format(number, PhoneNumberFormat.E164)));
  }

  /** A customer's own country is tried after the company's. */
  private Optional<PhoneNumber> number(String written, Locale locale) {
    var own = regionOf(locale);
    return java.util.stream.Stream.concat(regions.stream(), own.stream())
        .distinct()
        .flatMap(region -> parsed(written, region).filter(NUMBERS::isValidNumber).stream())
        .findFirst()
        .or(() -> parsed(written, regions.isEmpty() ? NOWHERE : regions.getFirst()))
        .filter(NUMBERS::isPossibleNumber);
  }

  private static Optional<String> regionOf(Locale locale) {
    return switch (locale.getLanguage()) {
      case "pl" -> Optional.of("PL");
      case "ru" -> Optional.of("RU");
      case "en" -> Optional.of("GB");
      default -> Optional.empty();
    };
  }

  private static Optional<PhoneNumber> parsed(String written, String region) {
    try {
      return Optional.of(NUMBERS.parse(written, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> normal(Object value) {
    return number(value.toString(), Locale.ROOT)
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
  }

  @Override
  public String shown(String kept, Locale locale) {
    return parsed(kept, NOWHERE)
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
        .orElse(kept);
  }

  @Override
  public Optional<String> example(Locale locale) {
    var region = regions.isEmpty() ? "PL" : regions.getFirst();
    return Optional.ofNullable(
            NUMBERS.getExampleNumberForType(region, PhoneNumberUtil.PhoneNumberType.MOBILE))
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL));
  }

  @Override
  public Pick pick() {
    return Pick.AS_A_GUESS;
  }
}
