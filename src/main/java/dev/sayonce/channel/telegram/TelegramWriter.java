package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From an entry to the messages that it becomes, without I/O. Words go out as they are, unmarked.
 */
final class TelegramWriter {

  /** Telegram takes 4096. */
  static final int LONGEST = 4000;

  private TelegramWriter() {}

  /** In order; none for an entry that no customer may read. */
  static List<Part> parts(ConversationId conversation, Entry entry) {
    return switch (entry.content()) {
      case Content.Text(var text, var buttons) ->
          words(entry.author(), text, keys(conversation, entry.number(), buttons));
      case Content.File(var file) -> List.of(new Part.File(file, named(entry.author())));
      case Content.Pressed _,
          Content.Edited _,
          Content.Special _,
          Content.Matched _,
          Content.Notice _ ->
          List.of();
    };
  }

  private static List<Part> words(Author author, String text, List<Part.Key> keys) {
    var pieces = split(named(author).map(name -> name + ":\n" + text).orElse(text));
    var parts = new ArrayList<Part>();
    for (int i = 0; i < pieces.size(); i++) {
      parts.add(new Part.Words(pieces.get(i), i == pieces.size() - 1 ? keys : List.of()));
    }
    return parts;
  }

  /** Customers see which person writes to them. */
  private static Optional<String> named(Author author) {
    return author instanceof Author.ByAgent(var agent)
        ? Optional.of(agent.name())
        : Optional.empty();
  }

  private static List<Part.Key> keys(ConversationId conversation, int entry, List<Button> buttons) {
    return IntStream.range(0, buttons.size())
        .mapToObj(
            i ->
                new Part.Key(
                    buttons.get(i).label(), new ButtonKey.Choice(conversation, entry, i).data()))
        .toList();
  }

  /**
   * Pieces that Telegram takes, each ending where a paragraph, a sentence, or at least a word does.
   */
  static List<String> split(String text) {
    var pieces = new ArrayList<String>();
    var rest = text.strip();
    while (rest.length() > LONGEST) {
      int end = end(rest);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int end(String text) {
    int half = LONGEST / 2;
    for (var mark : List.of("\n\n", "\n", ". ", "! ", "? ", "… ", " ")) {
      int at = text.lastIndexOf(mark, LONGEST - mark.length());
      if (at >= half) {
        return at + mark.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }
}
