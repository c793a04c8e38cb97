package dev.sayonce.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkTextTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final ConversationId FIRST = id("aaaaaaaa");
  private static final ConversationId SECOND = id("bbbbbbbb");

  private static ConversationId id(String end) {
    return new ConversationId("07-abcdefghijklmnopqrstuvwxyz." + end);
  }

  private static PublicLines.Line line(
      ConversationId of, String at, Author author, Content content) {
    return new PublicLines.Line(
        of, new Entry(1, 0, Instant.parse(at), "x", author, false, content));
  }

  private static Content words(String text) {
    return new Content.Text(text, List.of());
  }

  private static String text(Language language, ZoneId zone) {
    var talk = new TalkText(Shop.FLOWS, language, zone);
    var text = new StringBuilder(talk.head(Instant.parse("2026-11-24T08:05:00Z")));
    var anna = new Author.ByAgent(new Agent("anna", "Anna"));
    List.of(
            line(FIRST, "2026-11-22T22:59:00Z", new Author.Customer(), words("Hello\r\nthere ")),
            line(
                FIRST,
                "2026-11-22T23:01:00Z",
                new Author.Bot(),
                new Content.Text("Why?", List.of(new Button("a", "Damaged")))),
            line(
                FIRST,
                "2026-11-22T23:02:00Z",
                new Author.Customer(),
                new Content.Pressed("Damaged", 2, "a")),
            line(FIRST, "2026-11-22T23:03:00Z", new Author.System(), words("Anna is here.")),
            line(FIRST, "2026-11-22T23:03:30Z", anna, words("Let me see.")),
            line(SECOND, "2026-11-22T23:59:00Z", new Author.Customer(), words("Again")))
        .forEach(l -> text.append(talk.next(l)));
    return text.toString();
  }

  @Test
  void tellsDaysTimesSpeakersAndCases() {
    assertThat(text(Language.EN, WARSAW))
        .isEqualTo(
            """
            Test shop: your conversation
            Saved: Tuesday, 24 November 2026, 09:05 (Europe/Warsaw)

            Sunday, 22 November 2026

            [23:59] You: Hello
                    there

            Monday, 23 November 2026

            [00:01] Assistant: Why?
                    • Damaged
            [00:02] You: Damaged
            [00:03] * Anna is here.
            [00:03] Anna: Let me see.

            - - -

            [00:59] You: Again
            """);
  }

  @Test
  void speaksTheReadersLanguageInTheReadersTime() {
    assertThat(text(Language.PL, ZoneId.of("UTC")))
        .startsWith("Test shop – zapis rozmowy\nZapisano: wtorek, 24 listopada 2026, 08:05 (UTC)")
        .contains("niedziela, 22 listopada 2026")
        .contains("[22:59] Ty: Hello")
        .contains("[23:01] Asystent: Why?");
    assertThat(text(Language.RU, WARSAW))
        .contains("понедельник, 23 ноября 2026")
        .contains("Вы: Hello")
        .contains("Помощник: Why?");
  }

  @Test
  void refusesWhatNoCustomerMayRead() {
    var talk = new TalkText(Shop.FLOWS, Language.EN, WARSAW);
    var notice = new Content.Notice("slot", Map.of("name", "x"));
    assertThatThrownBy(
            () -> talk.next(line(FIRST, "2026-11-22T22:59:00Z", new Author.System(), notice)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
