package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Complaint.End;
import dev.sayonce.conversation.Complaint.Stage;
import dev.sayonce.conversation.Complaint.Told;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A complaint from the one word to the end that the customer agreed to. */
class ComplaintTest {

  private static final String STATUS = Talk.STATUS;
  private static final Duration LONG = Duration.ofDays(30);

  private static final FlowSet FLOWS = flows();
  private final Talk talk = new Talk(FLOWS, Talk.CONTACT);

  private static FlowSet flows() {
    var files = new HashMap<>(Shop.FILES);
    files.put(
        "complaint.yaml",
        """
        title: {en: Complaint, pl: Reklamacja, ru: Жалоба}
        phrases:
          en: [I want to complain, it is broken, complaint]
          pl: [chcę złożyć reklamację, zepsute, reklamacja]
          ru: [хочу пожаловаться, сломано, жалоба]
        slots:
          orderNumber:
            title: {en: Order number, pl: Numer zamówienia, ru: Номер заказа}
            type: shaped
            pattern: '[A-Z]{2}\\d{6}'
            example: AB123456
          damage: {title: {en: What happened, pl: Co się stało, ru: Что случилось}}
        steps:
          - ask: orderNumber
            say: {en: Which order?, pl: Które zamówienie?, ru: Какой заказ?}
          - ask: damage
            say: {en: What happened?, pl: Co się stało?, ru: Что случилось?}
          - handoff: office
            complaint: true
        """);
    files.compute(
        "company.yaml",
        (_, company) ->
            company + "complaints: {deadline: 2 working days, warn-before: 4h, close-after: 7d}\n");
    return Shop.read(files);
  }

  private Complaint complaint() {
    return talk.current().complaints().getLast();
  }

  private Talk complains() {
    talk.says("complaint");
    talk.says("AB123456");
    talk.says("It broke");
    return talk;
  }

  private void withAnna() {
    complains();
    talk.owns(Talk.ANNA);
    talk.claims(Talk.ANNA);
  }

  private List<Button> buttons() {
    return talk.transcript.stream()
        .map(Entry::content)
        .filter(c -> c instanceof Content.Text t && !t.buttons().isEmpty())
        .map(c -> ((Content.Text) c).buttons())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private Turn pressesButton(int index) {
    return talk.presses(1, buttons().get(index).id());
  }

  private static List<ComplaintChange> changes(Turn turn) {
    return ComplaintChange.in(turn);
  }

  private String said(Turn turn) {
    return turn.entries().stream()
        .filter(e -> !e.isPrivate() && !(e.author() instanceof Author.Customer))
        .flatMap(e -> e.text().stream())
        .reduce("", (a, b) -> a + "\n" + b);
  }

  private static Why late(Turn turn) {
    return ((Verdict.Late) turn.verdict()).why();
  }

  // making one

  @Test
  void hasNumberDeadlineAndAnOwnerSoughtAtOnce() {
    talk.says("complaint");
    talk.says("AB123456");
    var filed = talk.says("It broke");

    assertThat(complaint().number()).matches("R-[2-9B-Z]{6}");
    assertThat(complaint().stage()).isEqualTo(Stage.RECEIVED);
    assertThat(complaint().filed().facts())
        .containsEntry("damage", "It broke")
        .containsEntry("orderNumber", "AB123456");
    // Monday noon: the office closes at four in Warsaw, on the second working day after
    assertThat(complaint().term().deadline()).isEqualTo(Instant.parse("2026-11-25T15:00:00Z"));
    assertThat(complaint().term().warnAt()).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
    assertThat(said(filed)).contains(complaint().number(), "on 25 November at 16:00");
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(filed.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.FindOwner.class,
            find -> {
              assertThat(find.number()).isEqualTo(complaint().number());
              assertThat(find.team()).isEqualTo("office");
            });
    assertThat(changes(filed)).extracting(ComplaintChange::what).containsExactly("received");
  }

  @Test
  void isOneComplaintHoweverOftenTheEventIsTaken() {
    talk.says("complaint");
    talk.says("AB123456");
    var before = talk.conversation;
    var event =
        new Event.CustomerSaid("web:same", talk.now, Talk.CONTACT, Optional.empty(), "It broke");
    var first = talk.on(event);
    talk.conversation = before;
    var second = talk.on(event);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void asksNothingThatIsKnown() {
    talk.says(Talk.RETURN + " AB123456");
    var begun = talk.says("complaint");
    assertThat(said(begun)).contains("What happened?").doesNotContain("Which order?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Reklamacja!", "reklamacje", "skarga", "ЖАЛОБА", "претензия", "Complaint"})
  void beginsByOneWordWhereAnyWordsWouldDo(String word) {
    talk.says(Talk.RETURN + " AB123456");
    talk.presses(talk.prompt(), "unwanted");
    talk.says(word);
    assertThat(talk.mode())
        .isInstanceOfSatisfying(
            Mode.WithBot.class,
            m -> assertThat(((Dialogue.Asking) m.dialogue()).flow()).isEqualTo("complaint"));
    assertThat(talk.current().slots()).doesNotContainKey("remark");
  }

  @Test
  void isMadeAtOnceWhileThePersonIsOnTheWay() {
    talk.says(Talk.PERSON);
    var filed = talk.says("complaint");
    assertThat(said(filed)).contains(complaint().number());
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
    assertThat(complaint().filed().team()).isEqualTo("orders");
  }

  @Test
  void belongsToTheAgentWhoIsThere() {
    talk.says(Talk.PERSON);
    talk.claims(Talk.ANNA);
    var filed = talk.suggests("complaint", Language.EN);
    assertThat(said(filed)).contains(complaint().number(), "Anna is in charge");
    assertThat(complaint().owner()).contains(Talk.ANNA);
    assertThat(filed.effects()).isEmpty();
    assertThat(filed.entries()).noneMatch(e -> e.author() instanceof Author.Bot);
    assertThat(((Mode.WithAgent) talk.mode()).unansweredSince()).isPresent();
  }

  @Test
  void beginsAfterTheEndOfAnotherTalk() {
    talk.says(Talk.PERSON);
    talk.claims(Talk.ANNA);
    talk.resolves(Talk.ANNA);
    assertThat(said(talk.says("complaint"))).contains("Which order?");
  }

  @Test
  void isMadeThoughNotEveryQuestionWasAnswered() {
    talk.says("complaint");
    var person = talk.says(Talk.PERSON);
    assertThat(said(person)).contains(complaint().number());
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void isNotMadeTwiceUnlessItIsAboutSomethingElse() {
    complains();
    var again = talk.says("complaint");
    assertThat(talk.current().complaints()).hasSize(1);
    assertThat(said(again)).contains("already", complaint().number());

    talk.handsBack(Talk.ANNA);
    var first = complaint().number();
    var other = pressesButton(0);
    assertThat(talk.current().complaints()).hasSize(2);
    assertThat(complaint().number()).isNotEqualTo(first);
    assertThat(said(other)).contains(complaint().number());
    assertThat(complaint().filed().facts()).doesNotContainKey("damage");
  }

  // an owner

  @Test
  void hasAnOwnerWithANameWhomTheCustomerHears() {
    complains();
    talk.owns(Talk.ANNA);
    assertThat(complaint().stage()).isEqualTo(Stage.OWNED);
    assertThat(talk.lastWords()).contains("Anna", complaint().number());
  }

  @Test
  void tellsTruthfullyThatTheOwnerIsNotThereYet() {
    talk.now = Instant.parse("2026-11-23T19:00:00Z");
    talk.nobodyHere();
    complains();
    talk.owns(Talk.ANNA);
    assertThat(talk.lastWords()).contains("will take charge", "on 24 November at 08:00");
  }

  @Test
  void keepsWhoeverWasQuicker() {
    complains();
    talk.claims(Talk.BORIS);
    var found = talk.owns(Talk.ANNA);
    assertThat(late(found)).isEqualTo(Why.PASSED);
    assertThat(complaint().owner()).contains(Talk.BORIS);
  }

  @Test
  void movesWithTheCaseAndTheCustomerHearsTheNewName() {
    complains();
    talk.owns(Talk.ANNA);
    var claimed = talk.claims(Talk.BORIS);
    assertThat(complaint().owner()).contains(Talk.BORIS);
    assertThat(said(claimed)).contains("Boris is in charge");
  }

  // an outcome

  @Test
  void isNotEndedByTheAgent() {
    withAnna();
    var refused = talk.resolves(Talk.ANNA);
    assertThat(late(refused)).isEqualTo(Why.COMPLAINT);
    talk.proposes(Talk.ANNA, "A new one by Friday");
    assertThat(late(talk.resolves(Talk.ANNA))).isEqualTo(Why.UNCONFIRMED);
    assertThat(talk.mode()).isInstanceOf(Mode.WithAgent.class);
  }

  @Test
  void isNotPutAsideBySilence() {
    withAnna();
    talk.replies(Talk.ANNA, "Which colour?");
    assertThat(talk.current().timers()).doesNotContainKeys(Timer.REMIND, Timer.ABANDON);
  }

  @Test
  void endsWithTheCustomersConsent() {
    withAnna();
    var proposed = talk.proposes(Talk.ANNA, "A new one by Friday");
    assertThat(said(proposed)).contains("A new one by Friday", "settle");
    assertThat(complaint().stage()).isEqualTo(Stage.PROPOSED);

    var accepted = pressesButton(0);
    assertThat(complaint().closing().orElseThrow().end()).isEqualTo(End.ACCEPTED);
    assertThat(talk.mode()).isInstanceOf(Mode.Resolved.class);
    assertThat(changes(accepted))
        .containsExactly(
            new ComplaintChange(
                complaint().number(), "closed", Optional.of("accepted"), Optional.of(true)));
    assertThat(talk.current().timers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"I accept", "Zgadzam sie", "Согласен", "Yes, that settles it"})
  void isAcceptedByWords(String words) {
    withAnna();
    talk.proposes(Talk.ANNA, "A new one");
    talk.says(words);
    assertThat(complaint().isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"It's not solved", "nie zgadzam się", "не решено", "No, not solved"})
  void isDisputedByWords(String words) {
    withAnna();
    talk.proposes(Talk.ANNA, "A new one");
    talk.says(words);
    assertThat(complaint().stage()).isEqualTo(Stage.DISPUTED);
  }

  @Test
  void goesBackToItsOwnerWithANewDeadline() {
    withAnna();
    var before = complaint().term().deadline();
    talk.later(Duration.ofHours(22));
    talk.proposes(Talk.ANNA, "A voucher");
    var disputed = pressesButton(1);
    assertThat(complaint().term().deadline()).isAfter(before);
    assertThat(said(disputed)).contains("Anna", "on 26 November");
    assertThat(((Mode.WithAgent) talk.mode()).unansweredSince()).isPresent();

    talk.proposes(Talk.ANNA, "A new one");
    var accepted = pressesButton(0);
    assertThat(changes(accepted).getLast().first()).isEmpty();
  }

  @Test
  void takesNoButtonOfAnEarlierProposal() {
    withAnna();
    talk.proposes(Talk.ANNA, "A voucher");
    var old = buttons().getFirst().id();
    pressesButton(1);
    talk.later(Duration.ofMinutes(1));
    talk.proposes(Talk.ANNA, "A smaller voucher");
    assertThat(late(talk.presses(1, old))).isEqualTo(Why.PASSED);
    assertThat(complaint().stage()).isEqualTo(Stage.PROPOSED);
  }

  @Test
  void isProposedOnlyByWhoHasTheCase() {
    withAnna();
    assertThat(late(talk.proposes(Talk.BORIS, "Nothing"))).isEqualTo(Why.CLAIMED);
    assertThat(complaint().stage()).isEqualTo(Stage.OWNED);
  }

  @Test
  void isNotCountedAsSettledAtFirstContactAfterItPassedHands() {
    withAnna();
    talk.handsBack(Talk.ANNA);
    talk.claims(Talk.BORIS);
    talk.proposes(Talk.BORIS, "A new one");
    assertThat(changes(pressesButton(0)).getLast().first()).isEmpty();
  }

  // time

  @Test
  void isWarnedOfBeforeAndAfterItsDeadline() {
    withAnna();
    var soon = talk.fires(Timer.COMPLAINT);
    assertThat(talk.now).isEqualTo(complaint().term().warnAt());
    assertThat(complaint().term().told()).isEqualTo(Told.SOON);
    assertThat(said(soon)).isEmpty();
    assertThat(changes(soon)).extracting(ComplaintChange::what).containsExactly("soon");

    var late = talk.fires(Timer.COMPLAINT);
    assertThat(talk.now).isEqualTo(complaint().term().deadline());
    assertThat(complaint().term().told()).isEqualTo(Told.LATE);
    assertThat(said(late)).contains("sorry", "Anna");
    assertThat(talk.current().timers()).doesNotContainKey(Timer.COMPLAINT);
    assertThat(said(talk.says(STATUS))).contains("late");
  }

  @Test
  void looksForAnOwnerAgainBeforeTheDeadline() {
    complains();
    var soon = talk.fires(Timer.COMPLAINT);
    assertThat(soon.effects()).singleElement().isInstanceOf(Effect.FindOwner.class);
  }

  @Test
  void isClosedWithoutAnAnswerOnlyAfterReminders() {
    withAnna();
    talk.proposes(Talk.ANNA, "A new one");
    var began = talk.now;
    assertThat(said(talk.fires(Timer.COMPLAINT))).contains("A new one");
    assertThat(said(talk.fires(Timer.COMPLAINT))).contains("waiting for your word");
    assertThat(complaint().isOpen()).isTrue();
    var closed = talk.fires(Timer.COMPLAINT);
    assertThat(talk.now).isEqualTo(began.plus(Duration.ofDays(7)));
    assertThat(complaint().closing().orElseThrow().end()).isEqualTo(End.NO_ANSWER);
    assertThat(changes(closed).getLast().why()).contains("no-answer");
    assertThat(talk.mode()).isInstanceOf(Mode.Abandoned.class);
    assertThat(said(closed)).contains("don’t take that as consent");
  }

  @Test
  void remindsFirstThoughWeWereAway() {
    withAnna();
    talk.proposes(Talk.ANNA, "A new one");
    talk.later(LONG);
    talk.fires(Timer.COMPLAINT);
    assertThat(complaint().isOpen()).isTrue();
    assertThat(talk.current().timers().get(Timer.COMPLAINT)).isAfter(talk.now);
  }

  // opening it again

  private void closedWithoutAnswer() {
    withAnna();
    talk.proposes(Talk.ANNA, "A new one");
    talk.fires(Timer.COMPLAINT);
    talk.fires(Timer.COMPLAINT);
    talk.fires(Timer.COMPLAINT);
  }

  @Test
  void opensAgainByOneTapAndComesBackToItsOwner() {
    closedWithoutAnswer();
    var reopened = pressesButton(0);
    assertThat(complaint().stage()).isEqualTo(Stage.DISPUTED);
    assertThat(complaint().term().deadline()).isAfter(talk.now);
    assertThat(((Mode.WithAgent) talk.mode()).agent()).isEqualTo(Talk.ANNA);
    assertThat(said(reopened)).contains("open again", "Anna");
  }

  @Test
  void opensAgainByWordInALaterTalkToo() {
    closedWithoutAnswer();
    talk.nobodyHere().later(Duration.ofDays(10)).says(Talk.COST);
    talk.says("reopen my complaint");
    assertThat(complaint().stage()).isEqualTo(Stage.DISPUTED);
    assertThat(talk.mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void stayedClosedTooLongToBeOpenedAgain() {
    closedWithoutAnswer();
    var button = buttons().getFirst().id();
    talk.later(LONG);
    assertThat(late(talk.presses(1, button))).isEqualTo(Why.PASSED);
  }

  // its state

  @Test
  void tellsHowItStandsWhoeverLeads() {
    complains();
    assertThat(said(talk.says(STATUS))).contains(complaint().number(), "on 25 November");
    talk.owns(Talk.ANNA);
    assertThat(said(talk.says(STATUS))).contains("Anna", "next step");
    talk.claims(Talk.ANNA);
    talk.replies(Talk.ANNA, "One moment");
    var asked = talk.says(STATUS);
    assertThat(said(asked)).contains("Anna");
    assertThat(asked.entries()).noneMatch(e -> e.author() instanceof Author.Bot);
    assertThat(((Mode.WithAgent) talk.mode()).unansweredSince()).isPresent();
    talk.proposes(Talk.ANNA, "A new one");
    assertThat(said(talk.says(STATUS))).contains("A new one");
    pressesButton(0);
    var closed = talk.says(STATUS);
    assertThat(said(closed)).contains("consent", "A new one");
    assertThat(talk.mode()).isInstanceOf(Mode.Resolved.class);
  }

  @Test
  void tellsHowItStandsInALaterTalk() {
    withAnna();
    talk.ends();
    talk.later(LONG);
    assertThat(said(talk.says(STATUS))).contains(complaint().number());
  }

  @Test
  void knowsItsNumber() {
    complains();
    assertThat(said(talk.says("what about " + complaint().number().toLowerCase() + "?")))
        .contains(complaint().number());
  }

  @Test
  void tellsThatThereIsNone() {
    assertThat(said(talk.says(STATUS))).contains("don’t see any complaint");
  }

  // beyond one conversation

  @Test
  void canBeTakenUpAfterTheConversationEnded() {
    complains();
    talk.owns(Talk.ANNA);
    talk.ends();
    talk.claims(Talk.ANNA);
    assertThat(talk.mode()).isInstanceOf(Mode.WithAgent.class);
    talk.proposes(Talk.ANNA, "A new one");
    pressesButton(0);
    assertThat(complaint().isOpen()).isFalse();
  }

  @Test
  void goesAlongWhereTheCustomerGoes() {
    withAnna();
    var carried = Carried.of(talk.current());
    var to = ConversationId.begunBy(ThreadId.of(new Contact("web", "other"), 16), "first");
    talk.on(new Event.ThreadMoved(talk.id(), talk.now, to));
    assertThat(talk.current().complaints()).isEmpty();
    assertThat(talk.current().timers()).isEmpty();

    var other = new Talk(FLOWS, new Contact("web", "other"));
    other.says(Talk.COST);
    var chat = new Contact(Contact.TELEGRAM, "42");
    other.on(
        new Event.ContactsLinked(
            other.id(), other.now, List.of(chat), ThreadId.of(chat, 16), Optional.of(carried)));
    assertThat(other.current().complaints()).isEqualTo(carried.complaints());
    assertThat(other.current().timers()).containsKey(Timer.COMPLAINT);
  }
}
