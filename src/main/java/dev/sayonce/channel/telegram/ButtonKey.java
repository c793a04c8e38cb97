package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.flow.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands behind a button. Telegram takes 64 bytes, so a choice names its place in the
 * transcript and what it means is read from there.
 */
sealed interface ButtonKey {

  Pattern CHOICE = Pattern.compile("(\\d{2}-[a-z2-7]{26}\\.[a-z2-7]{8}):(\\d{1,7}):(\\d{1,3})");

  String data();

  /** The button of that index, from 0, under an entry. */
  record Choice(ConversationId conversation, int entry, int index) implements ButtonKey {
    @Override
    public String data() {
      return conversation + ":" + entry + ":" + index;
    }
  }

  /** A question that the company suggests. */
  record Suggested(String id) implements ButtonKey {
    @Override
    public String data() {
      return "s:" + id;
    }
  }

  record Speak(Language language) implements ButtonKey {
    @Override
    public String data() {
      return "l:" + language;
    }
  }

  /** The answer to whether everything shall be forgotten. */
  record Forget(boolean yes) implements ButtonKey {
    @Override
    public String data() {
      return yes ? "f:yes" : "f:no";
    }
  }

  /** The answer to whether the chat shall part from the others of its customer. */
  record Unlink(boolean yes) implements ButtonKey {
    @Override
    public String data() {
      return yes ? "u:yes" : "u:no";
    }
  }

  /** The customer accepts what the company asks them to accept. */
  record Consented() implements ButtonKey {
    @Override
    public String data() {
      return "c";
    }
  }

  /** Shows what was chosen and does nothing. */
  record Chosen() implements ButtonKey {
    @Override
    public String data() {
      return "-";
    }
  }

  /** Empty if no button of ours says so. */
  static Optional<ButtonKey> of(String data) {
    var choice = CHOICE.matcher(data);
    if (choice.matches()) {
      return Optional.of(
          new Choice(
              new ConversationId(choice.group(1)),
              Integer.parseInt(choice.group(2)),
              Integer.parseInt(choice.group(3))));
    }
    return switch (data) {
      case "-" -> Optional.of(new Chosen());
      case "c" -> Optional.of(new Consented());
      case "f:yes" -> Optional.of(new Forget(true));
      case "f:no" -> Optional.of(new Forget(false));
      case "u:yes" -> Optional.of(new Unlink(true));
      case "u:no" -> Optional.of(new Unlink(false));
      case String s when s.matches("l:[a-z]{2}") ->
          Optional.of(new Speak(new Language(s.substring(2))));
      case String s when s.startsWith("s:") -> Optional.of(new Suggested(s.substring(2)));
      default -> Optional.empty();
    };
  }
}
