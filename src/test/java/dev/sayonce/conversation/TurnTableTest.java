package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event in every mode, as written down in {@code turns.md}. A cell is the status afterwards,
 * then who wrote entries in the turn ({@code c}ustomer, {@code b}ot, {@code s}ystem, {@code a}gent,
 * {@code n}otice or note that only agents see), then {@code late:WHY} if the event no longer
 * applied, or {@code refused:why}.
 */
class TurnTableTest {

  private static final Map<String, Consumer<Talk>> MODES = new LinkedHashMap<>();
  private static final Map<String, Function<Talk, Turn>> EVENTS = new LinkedHashMap<>();

  private static final Attachment FILE =
      new Attachment("file", "receipt.pdf", "application/pdf", 1000, "ab12", Optional.empty());

  static {
    MODES.put("none", _ -> {});
    MODES.put("bot, idle", t -> t.says(Talk.COST));
    MODES.put("bot, asks number", t -> t.says(Talk.RETURN));
    MODES.put("bot, asks reason", t -> t.says(Talk.RETURN + " AB123456"));
    MODES.put("bot, asks which", t -> t.says(Talk.VAGUE));
    MODES.put("queued", t -> t.says(Talk.PERSON));
    MODES.put("queued, nobody here", t -> t.nobodyHere().says(Talk.PERSON));
    MODES.put("with Anna", t -> withAnna(t));
    MODES.put("with Anna, number known", t -> withAnnaWhoKnows(t));
    MODES.put("with Anna, who left", t -> withAnna(t).nobodyHere().says("hello?"));
    MODES.put("resolved by bot", t -> resolvedByBot(t));
    MODES.put("resolved by Anna", t -> withAnna(t).resolves(Talk.ANNA));
    MODES.put("abandoned", t -> abandoned(t));
    MODES.put("with Anna, complaint", t -> withAnnaWhoAnswersFor(t));
    MODES.put("with Anna, outcome proposed", t -> proposedByAnna(t));
    MODES.put("complaint closed, no answer", t -> unanswered(t));
    MODES.put("continued elsewhere", t -> withAnna(t).on(moved(t)));

    EVENTS.put("says something strange", t -> t.says(Talk.STRANGE));
    EVENTS.put("asks a known question", t -> t.says(Talk.COST));
    EVENTS.put("asks something vague", t -> t.says(Talk.VAGUE));
    EVENTS.put("wants a return", t -> t.says(Talk.RETURN));
    EVENTS.put("wants a person", t -> t.says(Talk.PERSON));
    EVENTS.put("thanks", t -> t.says(Talk.THANKS));
    EVENTS.put("writes an order number", t -> t.says("ab 123456"));
    EVENTS.put("writes a phone number", t -> t.says("+48 600 100 200"));
    EVENTS.put("asks for Polish", t -> t.says("po polsku"));
    EVENTS.put("presses the button", t -> t.presses(promptOrOne(t), button(t)));
    EVENTS.put("presses an old button", t -> t.presses(1, "damaged"));
    EVENTS.put("presses a suggestion", t -> t.suggests("delivery-cost", Language.EN));
    EVENTS.put("presses an unknown suggestion", t -> t.suggests("gone", "Where is it?"));
    EVENTS.put("consents", t -> t.consents());
    EVENTS.put("ends the talk", t -> t.ends());
    EVENTS.put("switches language", t -> t.switches(Language.RU));
    EVENTS.put("writes long after", t -> t.later(Duration.ofDays(30)).says(Talk.COST));
    EVENTS.put("sends a file", t -> t.sends(FILE));
    EVENTS.put("sends a file long after", t -> t.later(Duration.ofDays(30)).sends(FILE));
    EVENTS.put(
        "sends a file with a known question", t -> t.sends(FILE, Optional.of(Talk.COST), false));
    EVENTS.put("sends another file of an album", t -> t.sends(FILE, Optional.empty(), true));
    EVENTS.put("sends a sticker", t -> t.sendsOther("sticker", "👍"));
    EVENTS.put(
        "sends a file that is too large", t -> t.sendsOther("file-too-large", "film, 25 MB"));
    EVENTS.put("makes earlier words a known question", t -> t.edits(Talk.COST));
    EVENTS.put("Anna claims", t -> t.claims(Talk.ANNA));
    EVENTS.put("Boris claims", t -> t.claims(Talk.BORIS));
    EVENTS.put("Anna replies", t -> t.replies(Talk.ANNA, "Hello"));
    EVENTS.put("Anna asks for the number", t -> t.replies(Talk.ANNA, "What's your order number?"));
    EVENTS.put("Boris replies", t -> t.replies(Talk.BORIS, "Hello"));
    EVENTS.put("Anna sends a file", t -> t.sends(Talk.ANNA, FILE));
    EVENTS.put("Boris sends a file", t -> t.sends(Talk.BORIS, FILE));
    EVENTS.put("Boris notes", t -> t.notes(Talk.BORIS, "a regular"));
    EVENTS.put("Anna hands back", t -> t.handsBack(Talk.ANNA));
    EVENTS.put("Boris hands back", t -> t.handsBack(Talk.BORIS));
    EVENTS.put("Anna resolves", t -> t.resolves(Talk.ANNA));
    EVENTS.put("Boris resolves", t -> t.resolves(Talk.BORIS));
    EVENTS.put(
        "Boris tells what it was about",
        t -> t.toldAbout(Talk.BORIS, Intent.answer("delivery-cost")));
    EVENTS.put("Anna refunds", t -> refunds(t, "50"));
    EVENTS.put("Anna refunds too much for her", t -> refunds(t, "500"));
    EVENTS.put("Anna refunds too much for anybody", t -> refunds(t, "50000"));
    EVENTS.put("Boris refunds", t -> t.runs(Talk.BORIS, Runner.AGENT, Talk.refund("50")));
    EVENTS.put(
        "Boris approves what nobody asked for",
        t -> t.decides(Talk.BORIS, Runner.SUPERVISOR, 1, true));
    EVENTS.put("complains by one word", t -> t.says("complaint"));
    EVENTS.put("presses the complaint button", t -> t.suggests("complaint", Language.EN));
    EVENTS.put("asks how the complaint stands", t -> t.says(Talk.STATUS));
    EVENTS.put("accepts the outcome", t -> t.says("I accept"));
    EVENTS.put("does not accept it", t -> t.says("not solved"));
    EVENTS.put("reopens the complaint", t -> t.says("reopen it"));
    EVENTS.put("Anna is found for the complaint", t -> t.owns(Talk.ANNA));
    EVENTS.put("Anna proposes an outcome", t -> t.proposes(Talk.ANNA, "A new one"));
    EVENTS.put("Boris proposes an outcome", t -> t.proposes(Talk.BORIS, "A new one"));
    EVENTS.put("time to see to the complaint", t -> t.fires(Timer.COMPLAINT));
    EVENTS.put("time to remind", t -> t.fires(Timer.REMIND));
    EVENTS.put("time to abandon", t -> t.fires(Timer.ABANDON));
    EVENTS.put("time to look for the agent", t -> t.fires(Timer.AGENT_SILENT));
    EVENTS.put(
        "delivery fails",
        t -> t.on(new Event.DeliveryFailed(t.id(), t.now, t.current().id(), 1, "blocked")));
    EVENTS.put(
        "blocks us", t -> t.on(new Event.ContactBlocked(t.id(), t.now, t.current().contact())));
    EVENTS.put(
        "takes us back",
        t -> t.on(new Event.ContactUnblocked(t.id(), t.now, t.current().contact())));
    EVENTS.put("a chat is linked", t -> t.on(linked(t, Optional.empty())));
    EVENTS.put("a chat that waits is linked", t -> t.on(linked(t, Optional.of(waiting()))));
    EVENTS.put("goes on elsewhere", t -> t.on(moved(t)));
    EVENTS.put("the turn fails", t -> t.fails("raw words"));
  }

  private static Turn refunds(Talk talk, String amount) {
    return talk.runs(Talk.ANNA, Runner.AGENT, Talk.refund(amount));
  }

  private static Event linked(Talk talk, Optional<Carried> carried) {
    var chat = new Contact(Contact.TELEGRAM, "42");
    return new Event.ContactsLinked(
        talk.id(), talk.now, List.of(chat), ThreadId.of(chat, 16), carried);
  }

  private static Carried waiting() {
    var other = new Talk(Shop.FLOWS, new Contact(Contact.TELEGRAM, "42"));
    other.says(Talk.PERSON);
    return Carried.of(other.current());
  }

  private static Event moved(Talk talk) {
    var to = ConversationId.begunBy(ThreadId.of(new Contact(Contact.WEB, "other"), 16), "first");
    return new Event.ThreadMoved(talk.id(), talk.now, to);
  }

  private static Talk withAnna(Talk talk) {
    talk.says(Talk.PERSON);
    talk.claims(Talk.ANNA);
    talk.replies(Talk.ANNA, "How can I help?");
    return talk;
  }

  private static void withAnnaWhoKnows(Talk talk) {
    talk.says(Talk.RETURN + " AB123456");
    talk.presses(talk.prompt(), "damaged");
    talk.claims(Talk.ANNA);
  }

  private static void withAnnaWhoAnswersFor(Talk talk) {
    talk.says("complaint");
    talk.claims(Talk.ANNA);
  }

  private static void proposedByAnna(Talk talk) {
    withAnnaWhoAnswersFor(talk);
    talk.proposes(Talk.ANNA, "A new one");
  }

  private static void unanswered(Talk talk) {
    proposedByAnna(talk);
    talk.fires(Timer.COMPLAINT);
    talk.fires(Timer.COMPLAINT);
    talk.fires(Timer.COMPLAINT);
  }

  private static void resolvedByBot(Talk talk) {
    talk.says(Talk.RETURN + " AB123456");
    talk.presses(talk.prompt(), "unwanted");
    talk.says("nothing");
    talk.presses(talk.prompt(), "done");
  }

  private static void abandoned(Talk talk) {
    talk.says(Talk.COST);
    talk.fires(Timer.REMIND);
    talk.fires(Timer.ABANDON);
  }

  private static int promptOrOne(Talk talk) {
    return talk.mode() instanceof Mode.WithBot ? talk.prompt() : 1;
  }

  private static String button(Talk talk) {
    return talk.mode() instanceof Mode.WithBot(Dialogue.Clarifying _)
        ? "answer:delivery-cost"
        : "damaged";
  }

  static Stream<String> modes() {
    return MODES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void everyEventMakesTheTurnThatTheTableSays(String mode) {
    var expected = table();
    assertThat(expected.keySet()).as("rows of turns.md").isEqualTo(EVENTS.keySet());
    var actual = new LinkedHashMap<String, String>();
    var wanted = new LinkedHashMap<String, String>();
    EVENTS
        .keySet()
        .forEach(
            event -> {
              actual.put(event, cell(mode, event));
              wanted.put(event, expected.get(event).getOrDefault(mode, "?"));
            });
    assertThat(actual).isEqualTo(wanted);
  }

  private static String cell(String mode, String event) {
    var talk = new Talk();
    MODES.get(mode).accept(talk);
    if (mode.equals("none") && !canBegin(event)) {
      return "-";
    }
    return outcome(EVENTS.get(event).apply(talk));
  }

  private static boolean canBegin(String event) {
    return List.of(
            "says something strange",
            "asks a known question",
            "asks something vague",
            "wants a return",
            "wants a person",
            "thanks",
            "writes an order number",
            "writes a phone number",
            "asks for Polish",
            "presses a suggestion",
            "presses an unknown suggestion",
            "consents",
            "sends a file with a known question",
            "sends another file of an album",
            "sends a sticker",
            "sends a file that is too large",
            "makes earlier words a known question",
            "switches language",
            "writes long after",
            "sends a file",
            "sends a file long after",
            "complains by one word",
            "presses the complaint button",
            "asks how the complaint stands",
            "accepts the outcome",
            "does not accept it",
            "reopens the complaint",
            "the turn fails")
        .contains(event);
  }

  private static String outcome(Turn turn) {
    var writers = turn.entries().stream().map(TurnTableTest::writer).collect(Collectors.joining());
    var late = turn.verdict() instanceof Turn.Verdict.Late(var why, _) ? " late:" + why : "";
    var refused = turn.verdict() instanceof Turn.Verdict.Refused(var why) ? " refused:" + why : "";
    return (turn.next().mode().status().name().toLowerCase() + " " + writers + late + refused)
        .strip();
  }

  private static String writer(Entry entry) {
    if (entry.isPrivate()) {
      return "n";
    }
    return switch (entry.author()) {
      case Author.Customer _ -> "c";
      case Author.Bot _ -> "b";
      case Author.System _ -> "s";
      case Author.ByAgent _ -> "a";
    };
  }

  private static Map<String, Map<String, String>> table() {
    var rows = lines().filter(l -> l.startsWith("|")).map(TurnTableTest::cells).toList();
    var head = rows.getFirst();
    var table = new LinkedHashMap<String, Map<String, String>>();
    rows.stream()
        .skip(2)
        .forEach(
            row -> {
              var byMode = new LinkedHashMap<String, String>();
              for (int i = 1; i < row.size(); i++) {
                byMode.put(head.get(i), row.get(i));
              }
              table.put(row.getFirst(), byMode);
            });
    return table;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }

  private static Stream<String> lines() {
    try (var in = TurnTableTest.class.getResourceAsStream("turns.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prints the table as it is now, to be read and judged by a person before it becomes {@code
   * turns.md}.
   */
  public static void main(String[] args) {
    System.out.println("| event | " + String.join(" | ", MODES.keySet()) + " |");
    System.out.println("|---".repeat(MODES.size() + 1) + "|");
    EVENTS
        .keySet()
        .forEach(
            event ->
                System.out.println(
                    "| %s | %s |"
                        .formatted(
                            event,
                            MODES.keySet().stream()
                                .map(m -> cell(m, event))
                                .collect(Collectors.joining(" | ")))));
  }
}
