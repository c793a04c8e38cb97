package dev.sayonce.flow.slot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, kept in lower case. */
public record EmailSlot() implements SlotType {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}");
  private static final Pattern LOOSE_AT = Pattern.compile("\\s*(?:@|\\(at\\)|\\[at])\\s*");

  @Override
  public Optional<Found> find(Heard heard) {
    return find(heard.words()).map(Found::sure);
  }

  @Override
  public Optional<String> normal(Object value) {
    var text = value.toString().strip();
    return EMAIL.matcher(text).matches()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public Optional<String> example(Locale locale) {
    return Optional.of("anna@example.com");
  }

  @Override
  public Pick pick() {
    return Pick.FOR_SURE;
  }

  private static Optional<String> find(String words) {
    if (words.length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    var found = EMAIL.matcher(LOOSE_AT.matcher(words).replaceAll("@"));
    return found.find() ? Optional.of(found.group().toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
