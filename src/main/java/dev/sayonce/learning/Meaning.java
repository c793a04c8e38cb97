package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import java.util.List;

/**
 * What the bot would do about a customer's words.
 *
 * @param intents what it would answer, or offer; none where a person is needed
 */
public record Meaning(Outcome outcome, List<Intent> intents) {

  static Meaning of(Understanding understanding) {
    var intents = understanding.guesses().stream().map(Guess::intent).toList();
    return switch (understanding.outcome()) {
      case SURE -> new Meaning(Outcome.SURE, List.of(intents.getFirst()));
      case WHICH -> new Meaning(Outcome.WHICH, intents);
      case UNKNOWN, UNREADABLE -> new Meaning(understanding.outcome(), List.of());
    };
  }

  /** How well that serves somebody who means the intent: the higher, the better. */
  int worth(Intent meant) {
    boolean has = intents.contains(meant);
    return switch (outcome) {
      case SURE -> has ? 3 : 0;
      case WHICH -> has ? 2 : 1;
      case UNKNOWN, UNREADABLE -> 1;
    };
  }
}
