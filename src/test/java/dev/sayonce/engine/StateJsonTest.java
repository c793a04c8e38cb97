package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.RandomEvents;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.flow.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was ever written stays readable, and what is written reads back the same. */
class StateJsonTest {

  private static final Path FOLDER = Path.of("src/test/resources/state");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TALKS = 2000;

  static List<Path> samples() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsEverySample(Path sample) throws IOException {
    var json = Files.readString(sample);

    var read = StateJson.readConversation(json);

    if (sample.getFileName().toString().startsWith("v" + StateJson.FORMAT + "-")) {
      assertThat(JSON.readTree(StateJson.write(read))).isEqualTo(JSON.readTree(json));
    }
  }

  @Test
  void readsTheSamplesAsWhatTheyTell() throws IOException {
    for (var sample : Samples.all().entrySet()) {
      var json = Files.readString(FOLDER.resolve("v1-%s.json".formatted(sample.getKey())));
      assertThat(StateJson.readConversation(json)).as(sample.getKey()).isEqualTo(sample.getValue());
    }
  }

  @Test
  void readsEditsThatDidNotNameWhatTheyCorrect() {
    var json =
        """
        {"number":3,"prev":2,"at":"2026-05-03T10:00:00Z","event":"e","author":{"type":"customer"},
         "isPrivate":false,"content":{"type":"edited","text":"AB123456"}}""";

    assertThat(StateJson.readEntry(json).content())
        .isEqualTo(new Entry.Content.Edited("AB123456", Optional.empty()));
  }

  @Test
  void writesTheCurrentFormatAsItsSamples() throws IOException {
    for (var sample : Samples.all().entrySet()) {
      var name = "v%d-%s.json".formatted(StateJson.FORMAT, sample.getKey());
      assertThat(JSON.readTree(StateJson.write(sample.getValue())))
          .as(name)
          .isEqualTo(JSON.readTree(Files.readString(FOLDER.resolve(name))));
    }
  }

  @Test
  void readsBackWhatRandomTalksWrote() {
    long base = Long.getLong("sayonce.seed", new Random().nextLong());
    System.out.println("StateJsonTest: -Dsayonce.seed=" + base);
    for (long seed = base; seed < base + TALKS; seed++) {
      try {
        tell(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Run with -Dsayonce.seed=" + seed, e);
      }
    }
  }

  private static void tell(Random random) {
    var contact = random.nextBoolean() ? Talk.CONTACT : new Contact("telegram", "42");
    var talk = new Talk(Shop.FLOWS, contact);
    talk.says(RandomEvents.words(random));
    for (int i = random.nextInt(20); i >= 0; i--) {
      var turn = talk.on(RandomEvents.next(random, talk, contact));
      assertThat(StateJson.readConversation(StateJson.write(turn.next()))).isEqualTo(turn.next());
      turn.entries().forEach(e -> assertThat(StateJson.readEntry(StateJson.write(e))).isEqualTo(e));
      turn.effects()
          .forEach(e -> assertThat(StateJson.readEffect(StateJson.write(e))).isEqualTo(e));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void toleratesWhatALaterVersionAdded(Path sample) throws IOException {
    var json = Files.readString(sample);
    var more = (ObjectNode) JSON.readTree(json);
    more.put("mood", "sunny");
    ((ObjectNode) more.get("mode")).putObject("weather").put("wind", 3);

    assertThat(StateJson.readConversation(more.toString()))
        .isEqualTo(StateJson.readConversation(json));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, StateJson.FORMAT + 1, -1, 1_000_000})
  void refusesAFormatItDoesNotKnow(int format) throws IOException {
    var other = (ObjectNode) JSON.readTree(Files.readString(samples().getFirst()));
    other.put("format", format);

    assertThatThrownBy(() -> StateJson.readConversation(other.toString()))
        .hasMessageContaining("format")
        .hasMessageContaining(Integer.toString(format));
  }

  @Test
  void refusesAStateWithoutAFormat() throws IOException {
    var other = (ObjectNode) JSON.readTree(Files.readString(samples().getFirst()));
    other.remove("format");

    assertThatThrownBy(() -> StateJson.readConversation(other.toString()))
        .hasMessageContaining("format");
  }

  @Test
  void anEffectCarriesItsTraceAndNeedsNone() {
    var effect =
        new Effect.Join(
            "e1",
            ThreadId.of(new Contact("web", "a"), 16),
            new ConversationId(ThreadId.of(new Contact("web", "b"), 16) + ".abcdefgh"));
    var line = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    var written = StateJson.write(effect, Optional.of(line));

    assertThat(StateJson.traceOf(written)).isEqualTo(line);
    assertThat(StateJson.readEffect(written)).isEqualTo(effect);
    assertThat(StateJson.write(effect, Optional.empty())).isEqualTo(StateJson.write(effect));
    assertThat(StateJson.traceOf(StateJson.write(effect))).isEmpty();
  }
}
