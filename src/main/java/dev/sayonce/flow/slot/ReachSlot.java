package dev.sayonce.flow.slot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where somebody can be reached: an e-mail address or a telephone number. */
public record ReachSlot(PhoneSlot phone) implements SlotType {

  private static final EmailSlot EMAIL = new EmailSlot();

  public ReachSlot(List<String> regions) {
    this(new PhoneSlot(regions));
  }

  @Override
  public Optional<Found> find(Heard heard) {
    return EMAIL.find(heard).or(() -> phone.find(heard));
  }

  @Override
  public Optional<String> normal(Object value) {
    return EMAIL.normal(value).or(() -> phone.normal(value));
  }

  @Override
  public String shown(String kept, Locale locale) {
    return kept.contains("@") ? kept : phone.shown(kept, locale);
  }

  @Override
  public Optional<String> example(Locale locale) {
    return EMAIL.example(locale);
  }

  @Override
  public Pick pick() {
    return Pick.AS_A_GUESS;
  }
}
