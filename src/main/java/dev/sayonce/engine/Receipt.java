package dev.sayonce.engine;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Turn;
import dev.sayonce.conversation.Turn.Verdict;

/**
 * What the sender of an event is told once it is committed; the same each time the event comes
 * again.
 *
 * @param first the number of the first entry that the event made, 0 if it made none
 */
public record Receipt(ConversationId conversation, int first, Verdict verdict) {

  private static final String REFUSED = "refused";

  static Receipt of(Turn turn) {
    int first = turn.entries().isEmpty() ? 0 : turn.entries().getFirst().number();
    return new Receipt(turn.next().id(), first, turn.verdict());
  }

  /**
   * {@code conversation|first|why|holder}, the last two empty if the event applied, {@code
   * refused|reason} if it was.
   */
  String encode() {
    var late =
        switch (verdict) {
          case Verdict.Applied _ -> "|";
          case Verdict.Late(var why, var holder) -> why + "|" + holder;
          case Verdict.Refused(var reason) -> REFUSED + "|" + reason;
        };
    return conversation + "|" + first + "|" + late;
  }

  static Receipt decode(String words) {
    var parts = words.split("\\|", 4);
    return new Receipt(
        new ConversationId(parts[0]), Integer.parseInt(parts[1]), verdict(parts[2], parts[3]));
  }

  private static Verdict verdict(String why, String more) {
    return switch (why) {
      case "" -> Verdict.APPLIED;
      case REFUSED -> new Verdict.Refused(more);
      default -> new Verdict.Late(Turn.Why.valueOf(why), more);
    };
  }
}
