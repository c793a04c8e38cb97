package dev.sayonce.channel.web;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A talk as a text to keep: days, times, who spoke. Takes the lines in their order and remembers
 * the last one's day and case; what was said stays in the language it was said in.
 */
final class TalkText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String INDENT = " ".repeat("[00:00] ".length());
  private static final String NEXT_CASE = "- - -";

  private final FlowSet flows;
  private final Language language;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private @Nullable LocalDate lastDay;
  private @Nullable ConversationId lastCase;

  TalkText(FlowSet flows, Language language, ZoneId zone) {
    this.flows = flows;
    this.language = language;
    this.zone = zone;
    this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", language.locale());
  }

  /** Whose talk it is, and when it was written down. */
  String head(Instant now) {
    var at = now.atZone(zone);
    var brand = flows.company().look().brand();
    var when = "%s, %s (%s)".formatted(day.format(at), TIME.format(at), zone.getId());
    return say(Phrase.TALK_TITLE, Map.of("brand", brand))
        + "\n"
        + say(Phrase.TALK_SAVED, Map.of("when", when))
        + "\n";
  }

  String next(PublicLines.Line line) {
    var entry = line.entry();
    return between(line)
        + "[%s] %s\n".formatted(TIME.format(entry.at().atZone(zone)), indented(words(entry)));
  }

  /** What parts the line from the one before: another case, another day. */
  private String between(PublicLines.Line line) {
    var text = new StringBuilder();
    if (lastCase != null && !lastCase.equals(line.conversation())) {
      text.append('\n').append(NEXT_CASE).append('\n');
    }
    var today = line.entry().at().atZone(zone).toLocalDate();
    if (!today.equals(lastDay)) {
      text.append('\n').append(day.format(today)).append("\n\n");
    } else if (!text.isEmpty()) {
      text.append('\n');
    }
    lastCase = line.conversation();
    lastDay = today;
    return text.toString();
  }

  private String words(Entry entry) {
    var words = content(entry.content());
    return switch (entry.author()) {
      case Author.Customer _ -> say(Phrase.TALK_CUSTOMER, Map.of()) + ": " + words;
      case Author.Bot _ -> say(Phrase.TALK_BOT, Map.of()) + ": " + words;
      case Author.ByAgent(var agent) -> agent.name() + ": " + words;
      case Author.System _ -> "* " + words;
    };
  }

  private static String content(Content content) {
    return switch (content) {
      case Content.Text text ->
          text.buttons().stream().reduce(text.text(), TalkText::listed, String::concat);
      case Content.Pressed pressed -> pressed.text();
      case Content.Edited edited -> "✎ " + edited.text();
      case Content.Special(var kind, var text) -> "[%s] %s".formatted(kind, text).strip();
      case Content.File(var file) -> "[%s]".formatted(file.name());
      case Content.Matched _, Content.Notice _ ->
          throw new IllegalArgumentException("No customer may read this: " + content);
    };
  }

  private static String listed(String text, Entry.Button button) {
    return text + "\n• " + button.label();
  }

  private static String indented(String words) {
    return words.strip().replaceAll("\\R", "\n" + INDENT);
  }

  private String say(Phrase phrase, Map<String, String> values) {
    return flows.phrases().say(phrase, language, values);
  }
}
