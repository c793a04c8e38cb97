package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the chat's buttons beside the talk make of it: suggestions, consent, the end. */
class ChatTurnsTest {

  private final Talk talk = new Talk();

  private static List<Content.Notice> notices(Turn turn) {
    return turn.entries().stream()
        .filter(e -> e.content() instanceof Content.Notice)
        .map(e -> (Content.Notice) e.content())
        .toList();
  }

  private static List<String> said(Turn turn) {
    return turn.entries().stream()
        .filter(e -> !e.isPrivate())
        .flatMap(e -> e.text().stream())
        .toList();
  }

  @Test
  void answersAPressedSuggestionInTheLanguageOfItsLabel() {
    var turn = talk.suggests("delivery-cost", Language.PL);

    assertThat(said(turn)).containsExactly("Ile kosztuje dostawa?", "Dostawa kosztuje 12 zł.");
    assertThat(turn.next().language()).isEqualTo(Language.PL);
    assertThat(turn.next().question()).isEqualTo("Ile kosztuje dostawa?");
    assertThat(turn.entries())
        .anySatisfy(
            e ->
                assertThat(e.content())
                    .isEqualTo(
                        new Content.Matched(
                            Understanding.Outcome.SURE,
                            List.of(
                                new Understanding.Guess(Intent.answer("delivery-cost"), 1.0)))));
  }

  @Test
  void beginsTheFlowOfAPressedSuggestion() {
    assertThat(said(talk.suggests("return", Language.EN)))
        .containsExactly("A return, please", "Let us see.", "Which order?");
    assertThat(talk.suggests("person", Language.EN).next().mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void takesNoSuggestionForTheAnswerToAQuestion() {
    talk.says(Talk.RETURN + " AB123456");
    talk.presses(talk.prompt(), "unwanted");
    assertThat(talk.lastWords()).isEqualTo("Anything to add?");

    var turn = talk.suggests("delivery-cost", Language.EN);

    assertThat(turn.next().slots()).doesNotContainKey("remark");
    assertThat(said(turn))
        .containsSequence("How much is delivery?", "Delivery is 12 zł.")
        .last()
        .isEqualTo("Anything to add?");
  }

  @Test
  void asksAgainWhenTheFlowThatAsksIsSuggested() {
    talk.says(Talk.RETURN);
    var turn = talk.suggests("return", Language.EN);
    assertThat(said(turn)).containsExactly("A return, please", "Which order?");
    assertThat(((Mode.WithBot) talk.mode()).dialogue())
        .isInstanceOfSatisfying(
            Dialogue.Asking.class, asking -> assertThat(asking.misses()).isZero());
  }

  @Test
  void takesASuggestionOfAnOldPageForWords() {
    assertThat(meaning("gone", "How much is delivery?")).isEmpty();
    assertThat(meaning("delivery-cost", "What did delivery cost?")).isEmpty();
    assertThat(meaning("delivery-cost", "How much is delivery?")).isPresent();
    assertThat(talk.suggests("gone", Talk.COST).next().tried())
        .extracting(Tried::intent)
        .containsExactly(Intent.answer("delivery-cost"));
  }

  private java.util.Optional<Understanding> meaning(String suggestion, String words) {
    return Suggestions.meaning(
        Shop.FLOWS,
        new Event.CustomerSaid(
            "x",
            talk.now,
            Talk.CONTACT,
            java.util.Optional.empty(),
            words,
            java.util.Optional.of(suggestion)));
  }

  @Test
  void keepsTheWordsThatWereAccepted() {
    var turn = talk.consents();
    assertThat(notices(turn))
        .contains(new Content.Notice("consented", Map.of("text", "I agree", "language", "en")));
    assertThat(turn.entries()).allMatch(Entry::isPrivate);
    assertThat(turn.next().timers()).isEmpty();
    assertThat(said(talk.says(Talk.COST))).contains("Delivery is 12 zł.");
    assertThat(talk.current().previous()).isEmpty();
  }

  @Test
  void changesNothingWhereNothingIsToBeAccepted() {
    var files = new HashMap<>(Shop.FILES);
    files.put(
        "company.yaml",
        Objects.requireNonNull(files.get("company.yaml")).replaceAll("\n  consent:.*", ""));
    var plain = new Talk(Shop.read(files), Talk.CONTACT);
    plain.says(Talk.COST);
    assertThat(plain.consents().verdict()).isInstanceOf(Verdict.Late.class);
  }

  @Test
  void endsNoTalkThatNeverBegan() {
    assertThatThrownBy(talk::ends).isInstanceOf(NoConversation.class);
  }

  @Test
  void endsTheTalkInTheCustomersLanguage() {
    talk.suggests("return", Language.RU);
    var turn = talk.ends();
    assertThat(said(turn)).singleElement().asString().startsWith("Разговор завершён");
    assertThat(notices(turn)).containsExactly(new Content.Notice("ended", Map.of()));
    assertThat(turn.next().mode()).isInstanceOf(Mode.Resolved.class);
    assertThat(turn.next().timers()).isEmpty();
  }

  @Test
  void goesBackToTheSameAgentWhenACustomerWritesAfterEnding() {
    talk.says(Talk.PERSON);
    talk.claims(Talk.ANNA);
    talk.says("hello?");
    talk.ends();
    assertThat(talk.replies(Talk.ANNA, "here").verdict()).isInstanceOf(Verdict.Late.class);
    assertThat(talk.says("one more thing").next().mode())
        .isInstanceOfSatisfying(
            Mode.WithAgent.class, m -> assertThat(m.agent()).isEqualTo(Talk.ANNA));
  }

  @Test
  void leavesTheLineAndStartsWithTheBotAgain() {
    talk.says(Talk.PERSON);
    assertThat(talk.ends().next().handoff()).isEmpty();
    assertThat(said(talk.says(Talk.COST))).contains("Delivery is 12 zł.");
    assertThat(talk.mode()).isInstanceOf(Mode.WithBot.class);
  }

  @Test
  void resolvesACaseThatWasPutAside() {
    talk.says(Talk.COST);
    talk.fires(Timer.REMIND);
    talk.fires(Timer.ABANDON);
    assertThat(talk.later(Duration.ofDays(10)).ends().next().mode())
        .isInstanceOf(Mode.Resolved.class);
    assertThat(talk.ends().verdict()).isEqualTo(new Verdict.Late(Turn.Why.CLOSED, ""));
  }
}
