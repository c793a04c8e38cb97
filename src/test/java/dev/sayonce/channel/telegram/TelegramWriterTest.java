package dev.sayonce.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Entries become messages that Telegram takes, and nothing of them is lost. */
class TelegramWriterTest {

  private static final ConversationId CONVERSATION =
      new ConversationId("99-abcdefghijklmnopqrstuvwxyz.abcdefgh");

  private static List<Part> parts(Author author, Content content) {
    return TelegramWriter.parts(
        CONVERSATION, new Entry(9_999_999, 0, Instant.EPOCH, "e", author, false, content));
  }

  @Test
  void splitsLongTextsAtSentenceEnds() {
    var sentence = "This sentence has exactly some words in it, żółć included. ";
    var text = sentence.repeat(200).strip();

    var pieces = TelegramWriter.split(text);

    assertThat(pieces).hasSizeGreaterThan(2).allMatch(p -> p.length() <= 4096);
    assertThat(pieces).allMatch(p -> p.endsWith("included."));
    assertThat(String.join(" ", pieces)).isEqualTo(text);
  }

  @Test
  void losesNothingOfAnyText() {
    var random = new Random(7);
    for (int i = 0; i < 50; i++) {
      var text =
          IntStream.range(0, 9000)
              .mapToObj(_ -> List.of("a", "ż", "😀", ".", "x", "\n").get(random.nextInt(6)))
              .collect(Collectors.joining());
      var pieces = TelegramWriter.split(text);
      assertThat(pieces).allMatch(p -> p.length() <= 4096);
      assertThat(pieces).noneMatch(p -> Character.isHighSurrogate(p.charAt(p.length() - 1)));
      assertThat(String.join("", pieces).replaceAll("\\s", ""))
          .isEqualTo(text.replaceAll("\\s", ""));
    }
  }

  @Test
  void putsButtonsUnderTheLastPieceInSixtyFourBytes() {
    var buttons = List.of(new Button("x".repeat(80), "One"), new Button("two", "Two"));
    var parts = parts(new Author.Bot(), new Content.Text("word ".repeat(1500), buttons));

    assertThat(((Part.Words) parts.getFirst()).buttons()).isEmpty();
    var keys = ((Part.Words) parts.getLast()).buttons();
    assertThat(keys).extracting(Part.Key::label).containsExactly("One", "Two");
    assertThat(keys)
        .allMatch(k -> k.data().getBytes(StandardCharsets.UTF_8).length <= 64)
        .allMatch(k -> ButtonKey.of(k.data()).isPresent());
    assertThat(ButtonKey.of(keys.getLast().data()))
        .contains(new ButtonKey.Choice(CONVERSATION, 9_999_999, 1));
  }

  @Test
  void namesThePersonWhoWrites() {
    var parts =
        parts(
            new Author.ByAgent(new Agent("anna", "Anna")),
            new Content.Text("<b>Hi</b> & _bye_", List.of()));

    assertThat(parts).containsExactly(new Part.Words("Anna:\n<b>Hi</b> & _bye_", List.of()));
  }

  @Test
  void knowsOnlyItsOwnButtons() {
    assertThat(ButtonKey.of("l:pl")).contains(new ButtonKey.Speak(dev.sayonce.flow.Language.PL));
    assertThat(List.of("", "nonsense", "l:polish", "99-abc:1:1", "f:maybe"))
        .allMatch(data -> ButtonKey.of(data).isEmpty());
  }
}
