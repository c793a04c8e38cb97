package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Calls.Result;
import dev.sayonce.conversation.Dialogue.Asking;
import dev.sayonce.conversation.Dialogue.Idle;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole talks through the flows of a clinic: every kind of step, and all that comes between. */
class FlowTalkTest {

  private static final FlowSet CLINIC = Shop.read(files());
  private static final String BOOK = "book";
  private static final String RESULT = "result";

  private final Talk talk = new Talk(CLINIC, Talk.CONTACT, FlowTalkTest::understand);

  private static Map<String, String> files() {
    var files = new HashMap<String, String>();
    for (var name : List.of("company", "visit", "rate", "result")) {
      var path = Path.of("src/test/resources/dev/sayonce/conversation/clinic", name + ".yaml");
      try {
        files.put(name + ".yaml", Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static Understanding understand(String words) {
    if (words.startsWith(BOOK)) {
      return Talk.sure(Intent.flow("visit"));
    }
    return switch (words) {
      case RESULT -> Talk.sure(Intent.flow("result"));
      case "bye" -> Talk.sure(Intent.answer("goodbye"));
      case "terrible service" -> Talk.sure(Intent.COMPLAINT);
      case "a human" -> Talk.sure(Intent.PERSON);
      case "po polsku" -> Talk.understand("po polsku");
      case "Leśna Warszawa",
          "ul. Bardzo Leśna 8 Warszawa Mokotów",
          "nie mogę przyjść przed południem" ->
          spoken(Language.PL);
      case "Лесная" -> spoken(Language.RU);
      default -> Understanding.NOTHING;
    };
  }

  private static Understanding spoken(Language language) {
    return new Understanding(
        Understanding.Outcome.UNKNOWN, List.of(), Optional.of(language), Optional.empty());
  }

  /** The customer says all of these, one after another. */
  private FlowTalkTest says(String... words) {
    for (var w : words) {
      talk.says(w);
    }
    return this;
  }

  private List<String> botSaid(Turn turn) {
    return turn.entries().stream()
        .filter(e -> e.author() instanceof Author.Bot)
        .flatMap(e -> e.text().stream())
        .toList();
  }

  private List<String> buttons() {
    return talk.transcript.stream()
        .filter(e -> e.content() instanceof Content.Text t && !t.buttons().isEmpty())
        .reduce((_, b) -> b)
        .map(e -> ((Content.Text) e.content()).buttons().stream().map(Button::id).toList())
        .orElse(List.of());
  }

  private List<String> notices(String code) {
    return talk.transcript.stream()
        .filter(e -> e.content() instanceof Content.Notice n && n.code().equals(code))
        .map(e -> ((Content.Notice) e.content()).details().toString())
        .toList();
  }

  private Map<String, String> slots() {
    return talk.current().slots();
  }

  // asking

  @BeforeEach
  void somebodyIsThere() {
    talk.desk = new Desk(Map.of("anna", Set.of("desk", "doctors")));
  }

  @Test
  void leadsThroughAllKindsOfQuestions() {
    says(BOOK, "ab 1234", "Check-up", "5 grudnia");
    assertThat(talk.lastWords()).isEqualTo("How many people?");
    assertThat(slots()).containsEntry("day", "2026-12-05").containsEntry("kind", "check");
    assertThat(botSaid(talk.says("three"))).containsExactly("3 people.", "Parking?");
    assertThat(buttons()).containsExactly("yes", "no");
    assertThat(botSaid(talk.says("yep")))
        .containsExactly("Park behind the house.", "Anything to add?");
    says("my back hurts");
    assertThat(talk.lastWords()).contains("recommend Clinic");
    assertThat(buttons()).hasSize(11);
    says("9");
    assertThat(talk.lastWords()).contains("main reason");
    var turn = talk.says("nice people");
    assertThat(botSaid(turn).getLast()).isEqualTo("A doctor confirms December 5, 2026.");
    assertThat(botSaid(turn)).contains("Noted my back hurts, –.");
    assertThat(talk.current().survey())
        .isEqualTo(Optional.of(new Survey(9, Optional.of("nice people"))));
    assertThat(talk.current().handoff().orElseThrow().team()).isEqualTo("doctors");
  }

  @Test
  void saysItInPolishWithTheRightPlural() {
    talk.says(BOOK);
    talk.switches(Language.PL);
    says("AB1234", "kontrola", "jutro");
    assertThat(botSaid(talk.says("dwie")).getFirst()).isEqualTo("2 osoby.");
    assertThat(talk.transcript)
        .anyMatch(e -> e.text().orElse("").equals("Zatem 24 listopada 2026, Kontrola."));
  }

  @Test
  void neverAsksForWhatIsKnown() {
    says(BOOK + " AB1234");
    assertThat(talk.lastWords()).isEqualTo("Which kind?");
  }

  @Test
  void takesSeveralFactsFromOneSentenceAndConfirmsWhatItGuessed() {
    says(BOOK + " AB1234, a check-up tomorrow please");
    assertThat(talk.lastWords()).contains("Kind: Check-up, Day: November 24, 2026");
    assertThat(buttons()).containsExactly("yes", "no");
    assertThat(talk.current().guessed()).containsExactlyInAnyOrder("kind", "day");
    var turn = talk.presses(talk.prompt(), "yes");
    assertThat(botSaid(turn))
        .containsExactly("November 24, 2026 it is, Check-up.", "How many people?");
    assertThat(talk.current().guessed()).isEmpty();
  }

  @Test
  void asksForWhatItGuessedWrongly() {
    says(BOOK + " AB1234, a check-up tomorrow please", "no");
    assertThat(talk.lastWords()).isEqualTo("Which kind?");
    assertThat(slots()).doesNotContainKeys("kind", "day");
  }

  @Test
  void takesTheRightValueInsteadOfANo() {
    says(BOOK + " AB1234", "first visit", "next Friday");
    assertThat(talk.lastWords()).contains("Day: November 27, 2026");
    says("no, 4 December");
    assertThat(talk.lastWords()).isEqualTo("How many people?");
    assertThat(slots()).containsEntry("day", "2026-12-04");
  }

  @Test
  void takesFactsFromAnAnswerToAnotherQuestion() {
    says(BOOK);
    var turn = talk.says("AB1234, first visit");
    assertThat(botSaid(turn).getLast()).contains("Kind: First visit");
  }

  @Test
  void givesUpAfterTheRetriesOfTheAuthor() {
    says(BOOK, "dunno");
    assertThat(talk.lastWords()).isEqualTo("Card number?");
    says("dunno");
    assertThat(talk.current().handoff().orElseThrow().reason())
        .isEqualTo(Handoff.Reason.RETRIES_USED);
    assertThat(talk.current().handoff().orElseThrow().team()).isEqualTo("doctors");
  }

  @Test
  void refusesWhatIsOutOfLimits() {
    says(BOOK + " AB1234", "check-up", "tomorrow", "seven");
    assertThat(talk.lastWords()).isEqualTo("How many people?");
    assertThat(talk.transcript).anyMatch(e -> e.text().orElse("").contains("1–5"));
  }

  // corrections

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no, the other number CD5678",
        "nie, chodzi o CD5678",
        "нет, другой номер CD 56-78",
        "sorry, I meant CD5678",
        "CD5678"
      })
  void correctsAFact(String words) {
    says(BOOK, "AB1234");
    var turn = talk.says(words);
    assertThat(slots()).containsEntry("card", "CD5678");
    assertThat(botSaid(turn)).containsExactly("Corrected. Card number: CD5678.", "Which kind?");
  }

  @Test
  void doesAgainWhatHungOnACorrectedFact() {
    says(BOOK, "AB1234", "check-up", "tomorrow");
    var turn = talk.says("no, on 30 November");
    assertThat(botSaid(turn))
        .containsExactly(
            "Corrected. Day: November 30, 2026.",
            "November 30, 2026 it is, Check-up.",
            "How many people?");
  }

  @Test
  void goesBackOverACorrection() {
    says(BOOK, "AB1234", "check-up", "tomorrow", "no, CD5678");
    assertThat(talk.lastWords()).isEqualTo("How many people?");
    assertThat(botSaid(talk.says("back"))).containsExactly("Which day?");
    assertThat(botSaid(talk.says("back"))).containsExactly("Which kind?");
  }

  @Test
  void doesTheLastProcessAgainWhenItsFactIsCorrected() {
    talk.calls =
        (_, with) ->
            new Result.Done(Map.of("state", "READY", "label", with.get("id"), "pages", List.of(1)));
    says("x");
    talk.claims(Talk.ANNA);
    talk.handsBack(Talk.ANNA);
    says(RESULT, "AB1234");
    assertThat(talk.mode()).isInstanceOf(Mode.Resolved.class);
    says("no, I meant CD5678");
    assertThat(talk.lastWords()).startsWith("CD5678 has 1 page");
  }

  @Test
  void keepsACorrectionMadeWhileWaiting() {
    says(BOOK, "AB1234", "a human", "sorry, CD5678");
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(slots()).containsEntry("card", "CD5678");
  }

  // what comes between

  @Test
  void goesBackToTheQuestionBefore() {
    says(BOOK, "AB1234", "check-up");
    assertThat(botSaid(talk.says("back"))).containsExactly("Which kind?");
    assertThat(slots()).doesNotContainKey("kind");
    assertThat(botSaid(talk.says("wstecz"))).containsExactly("Card number?");
    assertThat(botSaid(talk.says("назад"))).hasSize(2).last().isEqualTo("Card number?");
    says("AB1234", "first visit");
    assertThat(talk.lastWords()).isEqualTo("Which day?");
  }

  @Test
  void goesBackOutOfASubFlow() {
    says(BOOK, "AB1234", "check-up", "tomorrow", "2", "no", "nothing");
    assertThat(((Asking) ((Mode.WithBot) talk.mode()).dialogue()).flow()).isEqualTo("rate");
    says("back");
    assertThat(talk.lastWords()).isEqualTo("Anything to add?");
    says("a note", "10");
    assertThat(talk.lastWords()).contains("main reason");
    says("back");
    assertThat(talk.lastWords()).contains("recommend");
  }

  @Test
  void startsOver() {
    says(BOOK, "AB1234", "check-up", "tomorrow");
    var turn = talk.says("od początku");
    assertThat(botSaid(turn)).hasSize(2).last().isEqualTo("Which kind?");
    assertThat(slots()).containsOnlyKeys("card");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "Anuluj!", "отмена", "never mind", "cancle"})
  void leavesTheProcess(String words) {
    says(BOOK, "AB1234");
    var turn = talk.says(words);
    assertThat(botSaid(turn)).singleElement().asString().contains("Visit");
    assertThat(talk.mode()).isEqualTo(new Mode.WithBot(new Idle(0)));
    assertThat(slots()).containsKey("card");
  }

  @ParameterizedTest
  @CsvSource({
    "Leśna Warszawa, en",
    "ul. Bardzo Leśna 8 Warszawa Mokotów, en",
    "Лесная, ru",
    "nie mogę przyjść przed południem, pl",
  })
  void keepsItsLanguageWhenTheAnswerIsANameOrAnAddress(String note, String language) {
    says(BOOK, "AB1234", "Check-up", "5 grudnia", "three", "yep", note);
    assertThat(talk.conversation.orElseThrow().language()).hasToString(language);
  }

  @Test
  void repeatsTheQuestion() {
    says(BOOK, "AB1234");
    assertThat(botSaid(talk.says("powtórz"))).containsExactly("Which kind?");
  }

  @Test
  void helpsAndAsksAgain() {
    says(BOOK, "AB1234");
    assertThat(botSaid(talk.says("help"))).hasSize(2).last().isEqualTo("Which kind?");
  }

  @Test
  void offersTheLanguagesAndGoesOnInTheOneChosen() {
    says(BOOK, "AB1234", "change language");
    assertThat(buttons()).containsExactly("language:en", "language:pl", "language:ru");
    int offer = talk.current().lastPublic();
    talk.presses(offer, "language:pl");
    assertThat(talk.current().language()).isEqualTo(Language.PL);
    assertThat(talk.lastWords()).isEqualTo("Jaki rodzaj?");
  }

  @Test
  void answersAQuestionAndAsksItsOwnAgain() {
    says(BOOK, "AB1234");
    assertThat(botSaid(talk.says("bye"))).hasSize(3).last().isEqualTo("Which kind?");
  }

  @Test
  void takesAnAnswerForAnAnswerThoughItMayMeanSomethingElse() {
    says(BOOK, "AB1234", "check-up", "tomorrow", "2");
    assertThat(talk.lastWords()).isEqualTo("Parking?");
    says("no thanks, never mind");
    assertThat(slots()).containsEntry("parking", "no");
  }

  @Test
  void takesAComplaintAtAnyMoment() {
    says(BOOK, "AB1234", "terrible service");
    assertThat(talk.current().handoff().orElseThrow().detail()).isEqualTo("complaint");
  }

  @Test
  void handsOverToTheTeamOfTheProcessWhenAskedForAPerson() {
    says(BOOK, "AB1234", "a human");
    assertThat(talk.current().handoff().orElseThrow().team()).isEqualTo("doctors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"back", "cancel", "start over", "repeat"})
  void saysThatNothingIsRunning(String words) {
    talk.says("bye");
    assertThat(botSaid(talk.says(words))).hasSize(1);
    assertThat(talk.mode()).isInstanceOf(Mode.WithBot.class);
  }

  // values, calls, ends

  @Test
  void callsABackEndAndUsesWhatItTells() {
    var asked = new HashMap<String, Object>();
    talk.calls =
        (action, with) -> {
          asked.put("action", action);
          asked.putAll(with);
          return new Result.Done(
              Map.of("state", "READY", "label", "Blood", "pages", List.of(1, 2)));
        };
    says(RESULT, "AB1234");
    assertThat(asked)
        .containsEntry("action", "result.find")
        .containsEntry("id", "AB1234")
        .containsEntry("twice", 12L)
        .containsEntry("all", true);
    assertThat(talk.lastWords()).isEqualTo("Blood has 2 pages–");
    assertThat(talk.mode()).isInstanceOf(Mode.Resolved.class);
    assertThat(slots()).containsEntry("pages", "2");
  }

  @Test
  void countsAConditionThatCannotBeToldAsNotSoAndSaysWhy() {
    talk.calls = (_, _) -> new Result.Done(Map.of("state", "LATE", "pages", List.of()));
    says(RESULT, "AB1234");
    assertThat(talk.transcript).anyMatch(e -> e.text().orElse("").equals("Not ready."));
    assertThat(notices("not-computed")).singleElement().asString().contains("found.nothing.here");
    talk.presses(talk.prompt(), "person");
    assertThat(talk.current().handoff().orElseThrow().reason()).isEqualTo(Handoff.Reason.FLOW);
  }

  @Test
  void keepsResultsWhileAQuestionWaits() {
    talk.calls = (_, _) -> new Result.Done(Map.of("label", "Blood", "pages", List.of(1)));
    says(RESULT, "AB1234");
    talk.presses(talk.prompt(), "again");
    assertThat(talk.lastWords()).isEqualTo("Blood has 1 page–");
  }

  @Test
  void goesTheWayForErrorsWhenACallFails() {
    talk.calls = (_, _) -> new Result.Failed(Failure.UNAVAILABLE, "");
    says(RESULT, "AB1234");
    assertThat(talk.transcript).anyMatch(e -> e.text().orElse("").equals("Sorry."));
    assertThat(notices("call-failed")).singleElement().asString().contains("unavailable");
    assertThat(talk.current().handoff().orElseThrow().team()).isEqualTo("desk");
  }

  @Test
  void takesAnAnswerTooLargeToKeepForAFailure() {
    talk.calls = (_, _) -> new Result.Done("x".repeat(100_000));
    says(RESULT, "AB1234");
    assertThat(notices("call-failed")).hasSize(1);
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void asksForTheSurveyOnceACase() {
    says(BOOK + " AB1234", "check-up", "tomorrow", "2", "no", "nothing", "3");
    talk.presses(talk.prompt(), "skip");
    assertThat(talk.current().survey().orElseThrow().why()).isEmpty();
    talk.claims(Talk.ANNA);
    talk.handsBack(Talk.ANNA);
    var turn = talk.says(BOOK);
    assertThat(botSaid(turn)).noneMatch(w -> w.contains("recommend"));
  }

  @Test
  void letsNobodyBeHeldByASurvey() {
    says(BOOK + " AB1234", "check-up", "tomorrow", "2", "no", "nothing");
    says("where is the entrance");
    assertThat(talk.current().handoff().orElseThrow().reason())
        .isEqualTo(Handoff.Reason.UNKNOWN_QUESTION);
  }

  // what is kept

  @Test
  void knowsTheCustomersFactsInTheNextCase() {
    says(BOOK, "AB1234", "check-up", "cancel", "bye");
    talk.fires(Timer.REMIND);
    talk.fires(Timer.ABANDON);
    talk.later(Duration.ofDays(30));
    says(BOOK);
    assertThat(talk.lastWords()).isEqualTo("Which kind?");
    assertThat(slots()).containsOnlyKeys("card");
  }

  @Test
  void tellsAgentsWhichFilesAnsweredAtTheBeginningAndWhenTheyChange() {
    says("bye", "bye");
    assertThat(notices("flows"))
        .singleElement()
        .asString()
        .contains(CLINIC.hash().substring(0, 12));
  }

  @Test
  void masksPersonalValuesInNotes() {
    says(BOOK, "AB1234");
    assertThat(notices("slot")).singleElement().asString().contains("•••34").doesNotContain("AB12");
  }

  @Test
  void endsWithAPersonWhenAProcessTakesTooManyTurns() {
    says(BOOK + " AB1234");
    for (int i = 0; i < 200 && talk.mode() instanceof Mode.WithBot; i++) {
      says("check-up", "back");
    }
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
  }
}
