package dev.sayonce.flow.slot;

import java.util.Optional;

/** Any words. */
public record TextSlot() implements SlotType {

  @Override
  public Optional<Found> find(Heard heard) {
    return normal(heard.words()).map(Found::sure);
  }

  @Override
  public Optional<String> normal(Object value) {
    var text = value.toString().strip();
    return text.isEmpty() || text.length() > LONGEST_VALUE ? Optional.empty() : Optional.of(text);
  }
}
