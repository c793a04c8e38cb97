package dev.sayonce.bench;

import dev.sayonce.conversation.Circumstances;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationMachine;
import dev.sayonce.conversation.Desk;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What flows cost: a turn inside a flow of a company with few and with many flows, reading the
 * files, and understanding a free text among them. Arguments: how many flows each time, usually
 * {@code 10 1000}.
 */
final class FlowBench {

  private static final Contact CONTACT = new Contact("web", "visitor");
  private static final ThreadId THREAD = ThreadId.of(CONTACT, 16);
  private static final int WARM_UP = 60_000;
  private static final int TURNS = 60_000;
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static final String COMPANY =
      """
      name: Bench
      languages: [en]
      greeting: {en: Hello}
      zone: Europe/Warsaw
      teams: {desk: {title: {en: Desk}}}
      """;

  private static final String FLOW =
      """
      title: {en: "Process %1$d"}
      phrases:
        en: ["%2$s one", "please %2$s", "I want %2$s now", "about %2$s", "how does %2$s work", "%2$s not there"]
      slots:
        orderNumber: {title: {en: Order}, pattern: '[A-Z]{2}\\d{6}', example: AB123456}
        case%1$d: {title: {en: Case}, pattern: '%3$s\\d{4}', example: %3$s1234}
        pieces%1$d: {title: {en: Pieces}, type: number, min: 1, max: 9}
        day%1$d: {title: {en: Day}, type: date}
      steps:
        - ask: orderNumber
          say: {en: Number?}
        - ask: pieces%1$d
          say: {en: "How many of {orderNumber}?"}
        - branch:
            - {if: "pieces%1$d > 5", goto: much}
        - say: {en: "{pieces%1$d, plural, one {# piece} other {# pieces}}."}
        - id: much
          ask: day%1$d
          say: {en: When?}
        - ask: case%1$d
          say: {en: Case?}
        - handoff: desk
      """;

  private static final List<String> ANSWERS =
      List.of("begin", "AB123456", "three", "tomorrow", "AAA1234");

  private FlowBench() {}

  public static void main(String[] args) throws IOException {
    var sizes = args.length == 0 ? List.of("10", "1000") : Arrays.asList(args);
    for (var size : sizes) {
      measure(Integer.parseInt(size));
    }
    slowestFile();
  }

  private static void measure(int flows) {
    long began = System.nanoTime();
    var set = set(flows);
    double read = millis(began);
    turns(set, WARM_UP);
    var micros = turns(set, TURNS);
    System.out.printf(
        "%d flows: read in %.0f ms; a turn inside a flow p50 %.1f µs, p99 %.1f µs%n",
        flows, read, at(micros, 0.5), at(micros, 0.99));
    understand(set);
  }

  private static void understand(FlowSet set) {
    long began = System.nanoTime();
    var knowledge = Knowledge.of(set);
    double learned = millis(began);
    var texts =
        List.of("where is my thing", "please kodibu not there", "about something else entirely");
    var micros = new double[3000];
    for (int i = 0; i < 2 * micros.length; i++) {
      long from = System.nanoTime();
      knowledge.understand(texts.get(i % texts.size()));
      micros[i % micros.length] = (System.nanoTime() - from) / 1e3;
    }
    Arrays.sort(micros);
    System.out.printf(
        "  learned in %.1f s; a free text p50 %.0f µs, p99 %.0f µs%n",
        learned / 1000, at(micros, 0.5), at(micros, 0.99));
  }

  private static double[] turns(FlowSet set, int count) {
    var micros = new double[count];
    Optional<Conversation> state = Optional.empty();
    var intent = Intent.flow("flow-0");
    var begins =
        new Understanding(
            Outcome.SURE, List.of(new Guess(intent, 1)), Optional.empty(), Optional.empty());
    for (int i = 0; i < count; i++) {
      int turn = i % ANSWERS.size();
      var words = ANSWERS.get(turn);
      var event = new Event.CustomerSaid("e" + i, NOON, CONTACT, Optional.empty(), words);
      var circumstances =
          new Circumstances(set, turn == 0 ? begins : Understanding.NOTHING, Desk.EMPTY);
      var before = turn == 0 ? Optional.<Conversation>empty() : state;
      long from = System.nanoTime();
      state = Optional.of(ConversationMachine.on(THREAD, before, event, circumstances).next());
      micros[i] = (System.nanoTime() - from) / 1e3;
    }
    Arrays.sort(micros);
    return micros;
  }

  private static FlowSet set(int flows) {
    var files = new HashMap<String, String>(Map.of("company.yaml", COMPANY));
    for (int i = 0; i < flows; i++) {
      files.put("flow-" + i + ".yaml", FLOW.formatted(i, word(i), letters(i)));
    }
    return switch (new FlowReader().read(files)) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }

  /** A made-up word, another for each number. */
  private static String word(int number) {
    var random = new Random(number);
    var word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word + " " + number;
  }

  private static String letters(int number) {
    return ""
        + (char) ('A' + number / 676 % 26)
        + (char) ('A' + number / 26 % 26)
        + (char) ('A' + number % 26);
  }

  /** The slowest of the corpus and of the sample, each read alone with a small company. */
  private static void slowestFile() throws IOException {
    var reader = new FlowReader();
    double slowest = 0;
    var name = "";
    for (var folder :
        List.of(
            "flows",
            "src/test/resources/dev/sayonce/flow/corpus/bad",
            "src/test/resources/dev/sayonce/flow/corpus/good")) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          long from = System.nanoTime();
          reader.read(Map.of("company.yaml", COMPANY, "file.yaml", Files.readString(file)));
          if (millis(from) > slowest) {
            slowest = millis(from);
            name = file.toString();
          }
        }
      }
    }
    System.out.printf("slowest file: %s, %.0f ms%n", name, slowest);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) (sorted.length * share)];
  }

  private static double millis(long from) {
    return (System.nanoTime() - from) / 1e6;
  }
}
