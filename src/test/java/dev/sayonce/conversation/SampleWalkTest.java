package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Calls.Result;
import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.slot.DateSlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random walks through every flow of the sample company. Whatever a customer does on the way, once
 * they answer the questions the walk reaches an end or a human being; it never asks what is known
 * and never runs out of its budget. A failure names its seed.
 */
class SampleWalkTest {

  private static final FlowSet SAMPLE = sample();
  private static final int WALKS = 300;
  private static final int WHIMS = 25;
  private static final int MOST_ANSWERS = 40;

  private static final List<String> WHIMSICAL =
      List.of(
          "back",
          "wstecz",
          "powtórz",
          "help",
          "start over",
          "change language",
          "AB123456",
          "no, the other number CD654321",
          "nie, chodzi o EF111222",
          "tomorrow",
          "5",
          "maybe",
          "???",
          "yes",
          "нет",
          "anna@example.com",
          "+48 600 100 200",
          "unusual",
          "what",
          "12,50 zł");

  private static FlowSet sample() {
    return switch (new FlowReader().read(Path.of("flows"))) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }

  /** Flows that customers can begin; the others are walked where these run them. */
  static Stream<String> flows() {
    return SAMPLE.flows().values().stream().filter(f -> !f.phrases().isEmpty()).map(Flow::id);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void reachesAnEndOrAHumanBeing(String flow) {
    long base = Long.getLong("sayonce.seed", new Random().nextLong());
    System.out.println("SampleWalkTest of " + flow + ": -Dsayonce.seed=" + base);
    for (long seed = base; seed < base + WALKS; seed++) {
      try {
        walk(flow, new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dsayonce.seed=" + seed, e);
      }
    }
  }

  private static void walk(String flow, Random random) {
    var talk = new Talk(SAMPLE, Talk.CONTACT, words -> understand(words, flow, random));
    talk.calls = (_, _) -> answer(random);
    check(talk, talk.says("begin"));
    for (int i = random.nextInt(WHIMS); i > 0 && isAsked(talk); i--) {
      check(talk, random.nextBoolean() ? doAnything(talk, random) : answerIt(talk, random));
    }
    for (int i = 0; i < MOST_ANSWERS && isAsked(talk); i++) {
      check(talk, answerIt(talk, random));
    }
    assertThat(isAsked(talk)).as("still asking after %d answers", MOST_ANSWERS).isFalse();
  }

  private static Understanding understand(String words, String flow, Random random) {
    if (words.equals("begin")) {
      return Talk.sure(Intent.flow(flow));
    }
    return words.equals("unusual") && random.nextBoolean()
        ? Talk.sure(Intent.answer("thanks"))
        : Understanding.NOTHING;
  }

  /** What a back end may say: what the flow hopes for, something else, or nothing. */
  private static Result answer(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Result.Failed(Failure.UNAVAILABLE, "");
      case 1 -> new Result.Done(Map.of());
      case 2 -> new Result.Done("just words");
      default ->
          new Result.Done(
              Map.of(
                  "state",
                  List.of("SENT", "LOST", "NEW", "DELIVERED").get(random.nextInt(4)),
                  "status",
                  "sent",
                  "label",
                  "on its way",
                  "parcels",
                  List.of("a", "b"),
                  "total",
                  49.9,
                  "days",
                  3,
                  "ok",
                  true));
    };
  }

  private static boolean isAsked(Talk talk) {
    return talk.mode() instanceof Mode.WithBot(Dialogue dialogue)
        && !(dialogue instanceof Dialogue.Idle);
  }

  private static Turn doAnything(Talk talk, Random random) {
    if (random.nextInt(3) == 0) {
      var buttons = buttons(talk);
      if (!buttons.isEmpty()) {
        return press(talk, buttons.get(random.nextInt(buttons.size())));
      }
    }
    return talk.says(WHIMSICAL.get(random.nextInt(WHIMSICAL.size())));
  }

  /** Presses a button or says something that fits. */
  private static Turn answerIt(Talk talk, Random random) {
    var buttons = buttons(talk);
    return buttons.isEmpty()
        ? talk.says(fitting(talk, random))
        : press(talk, buttons.get(random.nextInt(buttons.size())));
  }

  private static Turn press(Talk talk, Button button) {
    return talk.presses(talk.prompt(), button.id());
  }

  private static List<Button> buttons(Talk talk) {
    return talk.transcript.stream()
        .filter(e -> e.number() == talk.prompt())
        .flatMap(e -> e.content() instanceof Content.Text t ? t.buttons().stream() : Stream.of())
        .toList();
  }

  private static String fitting(Talk talk, Random random) {
    return asked(talk)
        .flatMap(SAMPLE::slot)
        .map(
            slot ->
                switch (slot.type()) {
                  case TextSlot _ -> "some words " + random.nextInt(100);
                  case NumberSlot n -> n.min().or(n::max).orElse(BigDecimal.ONE).toPlainString();
                  case DateSlot _ -> "2026-12-05";
                  default ->
                      slot.example().or(() -> slot.type().example(Locale.ENGLISH)).orElse("1");
                })
        .orElse("5");
  }

  private static Optional<String> asked(Talk talk) {
    if (talk.mode() instanceof Mode.WithBot(Asking asking)) {
      var step = SAMPLE.flow(asking.flow()).orElseThrow().steps().get(asking.step());
      return switch (step) {
        case Step.Ask a -> Optional.of(a.slot());
        case Step.Choice c -> c.slot();
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static void check(Talk talk, Turn turn) {
    asked(talk)
        .ifPresent(
            slot -> {
              var now = talk.current();
              assertThat(now.slots().containsKey(slot) && !now.guessed().contains(slot))
                  .as("asks for %s, which is known as %s", slot, now.slots().get(slot))
                  .isFalse();
            });
    assertThat(turn.next().handoff().map(Handoff::detail).orElse(""))
        .doesNotContain("circle")
        .doesNotContain("is gone")
        .doesNotContain("no step");
    assertThat(turn.entries())
        .as("an answer to whatever is said")
        .anyMatch(
            e ->
                e.author() instanceof Author.Bot
                    || e.author() instanceof Author.System && !e.isPrivate()
                    || turn.next().mode() instanceof Mode.Closed
                    || turn.next().mode() instanceof Mode.WithBot(Dialogue.Calling _)
                    || turn.verdict() instanceof Turn.Verdict.Late);
    assertThat(turn.entries().stream().filter(e -> !e.isPrivate()).count())
        .as("lines in one turn")
        .isLessThan(15);
  }
}
