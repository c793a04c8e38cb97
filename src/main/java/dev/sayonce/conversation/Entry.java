package dev.sayonce.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the transcript.
 *
 * @param number from 1, without gaps
 * @param prev the number of the public entry before this one, 0 if there is none
 * @param event the id of the event that made it
 * @param isPrivate true if only agents may see it
 */
public record Entry(
    int number,
    int prev,
    Instant at,
    String event,
    Author author,
    boolean isPrivate,
    Content content) {

  /** Who speaks. */
  public sealed interface Author {
    record Customer() implements Author {}

    record Bot() implements Author {}

    /** The product itself: facts about the conversation, no matter who leads it. */
    record System() implements Author {}

    record ByAgent(Agent agent) implements Author {}

    /** The name that the customer sees, of a person. */
    default Optional<String> agentName() {
      return this instanceof ByAgent(var agent) ? Optional.of(agent.name()) : Optional.empty();
    }

    /** The word for it in the protocols. */
    default String word() {
      return switch (this) {
        case Customer _ -> "customer";
        case Bot _ -> "bot";
        case System _ -> "system";
        case ByAgent _ -> "agent";
      };
    }
  }

  /** What stands in the line. */
  public sealed interface Content {

    /** Words, with buttons under them where a choice is offered. */
    record Text(String text, List<Button> buttons) implements Content {
      static Text of(String text) {
        return new Text(text, List.of());
      }
    }

    /** The customer pressed a button: its label and where it stood. */
    record Pressed(String text, int entry, String option) implements Content {}

    /** A file. */
    record File(Attachment file) implements Content {}

    /**
     * Words that take the place of earlier ones.
     *
     * @param original the number of the line with those, if it is known and in this conversation
     */
    record Edited(String text, Optional<Integer> original) implements Content {}

    /** Neither words nor a file: a sticker, a place on the map, a file that could not be kept. */
    record Special(String kind, String text) implements Content {}

    /** What the bot made of the customer's words, best guess first. */
    record Matched(Understanding.Outcome outcome, List<Understanding.Guess> guesses)
        implements Content {}

    /** A fact for agents, worded by the console in the agent's language. */
    record Notice(String code, Map<String, String> details) implements Content {}
  }

  /** A button under a text. */
  public record Button(String id, String label) {}

  /** The words of the line, if it has any. */
  public Optional<String> text() {
    return switch (content) {
      case Content.Text t -> Optional.of(t.text());
      case Content.Pressed p -> Optional.of(p.text());
      case Content.Edited e -> Optional.of(e.text());
      case Content.Special s -> Optional.of(s.text().isBlank() ? "[" + s.kind() + "]" : s.text());
      case Content.File _, Content.Matched _, Content.Notice _ -> Optional.empty();
    };
  }

  /** The file of the line, if it is one. */
  public Optional<Attachment> file() {
    return content instanceof Content.File(var file) ? Optional.of(file) : Optional.empty();
  }

  /** The words of the line, or what stands for them where there is little room. */
  Optional<String> inShort() {
    return text().or(() -> file().map(f -> "📎 " + f.name()));
  }
}
