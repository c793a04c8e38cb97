package dev.sayonce.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.channel.telegram.Incoming.Command;
import dev.sayonce.channel.telegram.Incoming.Edited;
import dev.sayonce.channel.telegram.Incoming.InCompany;
import dev.sayonce.channel.telegram.Incoming.Media;
import dev.sayonce.channel.telegram.Incoming.Nothing;
import dev.sayonce.channel.telegram.Incoming.Pressed;
import dev.sayonce.channel.telegram.Incoming.Reachable;
import dev.sayonce.channel.telegram.Incoming.Special;
import dev.sayonce.channel.telegram.Incoming.Words;
import dev.sayonce.flow.Language;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Every kind of update, as Telegram writes it, means one thing to us. */
class TelegramTranslatorTest {

  private static final Optional<String> NO = Optional.empty();
  private static final long CHAT = 5512345678L;

  private static final Map<String, Incoming> MEANING =
      Map.ofEntries(
          Map.entry("text", new Words("Gdzie jest moje zamówienie?", NO)),
          Map.entry("text-with-unknown-fields", new Words("hej", NO)),
          Map.entry("command", new Command("human", "")),
          Map.entry("command-to-the-bot", new Command("status", "")),
          Map.entry("deep-link", new Command("start", "07AbCdEf_-0123456789abcdef")),
          Map.entry("reply", new Words("tak, to", Optional.of("Czy chodzi o zamówienie 1234?"))),
          Map.entry(
              "button",
              new Pressed("23676437182", 401, "03-abcdefghijklmnopqrstuvwxyz.abcdefgh:3:1")),
          Map.entry("button-of-a-lost-message", new Pressed("23676437183", 17, "l:pl")),
          Map.entry("edited", new Edited("Zamówienie AB123456, nie AB123465")),
          Map.entry("edited-caption", new Edited("pęknięte z boku")),
          Map.entry("photo", photo(NO, NO)),
          Map.entry("photo-with-caption", photo(Optional.of("Przyszło pęknięte"), NO)),
          Map.entry("album", photo(Optional.of("dwa zdjęcia"), Optional.of("13677733112233445"))),
          Map.entry(
              "document",
              new Media(
                  "document", "BQACAgQAAxkDoc", "faktura 7.pdf", "application/pdf", 48213, NO, NO)),
          Map.entry(
              "animation",
              new Media("animation", "CgACAgQAani", "giphy.mp4", "video/mp4", 91234, NO, NO)),
          Map.entry("voice", new Media("voice", "AwACAgQAvoice", "", "audio/ogg", 17253, NO, NO)),
          Map.entry(
              "audio",
              new Media("audio", "CQACAgQAaudio", "song.mp3", "audio/mpeg", 4321000, NO, NO)),
          Map.entry(
              "video",
              new Media(
                  "video",
                  "BAACAgQAvideo",
                  "IMG_1.MP4",
                  "video/mp4",
                  25999999,
                  Optional.of("tak to wygląda"),
                  NO)),
          Map.entry(
              "video-note",
              new Media("video-note", "DQACAgQAnote", "", "video/mp4", 412345, NO, NO)),
          Map.entry("sticker", new Special("sticker", "👍", NO)),
          Map.entry("location", new Special("location", "52.229675, 21.012230", NO)),
          Map.entry("venue", new Special("venue", "Pałac Kultury, plac Defilad 1, Warszawa", NO)),
          Map.entry("own-contact", new Words("+48600100200", NO)),
          Map.entry(
              "contact-of-another", new Special("contact", "Jan, Kowalski, +48600999888", NO)),
          Map.entry("poll", new Special("poll", "Kolor?, Biały / Czarny", NO)),
          Map.entry("dice", new Special("dice", "🎲 4", NO)),
          Map.entry("kind-of-tomorrow", new Special("unknown", "", NO)),
          Map.entry("pinned", new Nothing("a note of Telegram's")),
          Map.entry("group", new InCompany()),
          Map.entry("group-somebody-joins", new Nothing("in a group")),
          Map.entry("channel-post", new InCompany()),
          Map.entry("blocked", new Reachable(false)),
          Map.entry("reaction", new Nothing("of no kind we ask for")),
          Map.entry("business", new Nothing("of no kind we ask for")));

  private static Media photo(Optional<String> caption, Optional<String> album) {
    return new Media("photo", "AgACAgQAAxkBAAIBnGY-large", "", "image/jpeg", 98321, caption, album);
  }

  static Stream<String> kinds() {
    return MEANING.keySet().stream().sorted();
  }

  private static Received read(String kind) throws IOException {
    try (var in = TelegramTranslatorTest.class.getResourceAsStream(kind + ".json")) {
      return TelegramTranslator.translate(Telegram.JSON.readValue(in, Update.class));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void meansOneThing(String kind) throws IOException {
    var received = read(kind);

    assertThat(received.what()).isEqualTo(MEANING.get(kind));
    assertThat(received.update()).isEqualTo(873465001);
  }

  @Test
  void knowsItsSender() throws IOException {
    assertThat(read("text").chat()).isEqualTo(CHAT);
    assertThat(read("text").language()).contains(Language.PL);
    assertThat(read("button").chat()).isEqualTo(CHAT);
    assertThat(read("edited").chat()).isEqualTo(CHAT);
    assertThat(read("group").chat()).isEqualTo(-1001234567890L);
  }
}
