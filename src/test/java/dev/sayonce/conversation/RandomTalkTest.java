package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Promises 2 to 6 hold over ten thousand talks of random events. A failure names the talk's seed,
 * with which it can be told again.
 */
class RandomTalkTest {

  private static final int TALKS = 10_000;
  private static final int EVENTS = 25;

  @Test
  void promisesHoldWhateverHappens() {
    long base = Long.getLong("sayonce.seed", new Random().nextLong());
    System.out.println("RandomTalkTest: -Dsayonce.seed=" + base);
    for (int i = 0; i < TALKS; i++) {
      long seed = base + i;
      try {
        tell(new Random(seed), i % 2 == 0 ? Talk.CONTACT : new Contact("telegram", "42"));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "Talk with seed %d (run with -Dsayonce.seed=%d)".formatted(seed, seed), e);
      }
    }
  }

  private static void tell(Random random, Contact contact) {
    var talk = new Talk(Shop.FLOWS, contact);
    talk.says(RandomEvents.words(random));
    for (int i = 0; i < EVENTS; i++) {
      var before = talk.current();
      var event = RandomEvents.next(random, talk, contact);
      var turn = talk.on(event);
      oneOrder(before, turn);
      oneSpeaker(before, event, turn);
      neverSilence(before, event, turn);
      lateChangesNothing(before, event, turn);
      neverAsksWhatIsKnown(turn);
      actsWithinLimits(turn);
      timersFitTheMode(turn);
      deliversWhatIsPublic(turn, contact);
      complaintsAreKept(before, event, turn);
    }
    talk.transcripts.values().forEach(RandomTalkTest::wholeAndPrivate);
  }

  /**
   * Promise 2: entries are numbered without gaps, and {@code prev} is the number of the public
   * entry before.
   */
  private static void oneOrder(Conversation before, Turn turn) {
    boolean same = before.id().equals(turn.next().id());
    int number = same ? before.last() : 0;
    int prev = same ? before.lastPublic() : 0;
    for (var entry : turn.entries()) {
      assertThat(entry.number()).isEqualTo(++number);
      assertThat(entry.prev()).isEqualTo(prev);
      prev = entry.isPrivate() ? prev : entry.number();
    }
    assertThat(turn.next().last()).isEqualTo(number);
    assertThat(turn.next().lastPublic()).isEqualTo(prev);
  }

  /**
   * Promise 3: while an agent has the case the bot is silent, and nobody else's words reach the
   * customer.
   */
  private static void oneSpeaker(Conversation before, Event event, Turn turn) {
    for (var entry : turn.entries()) {
      if (!entry.isPrivate() && entry.author() instanceof Author.ByAgent(var agent)) {
        assertThat(before.mode())
            .isInstanceOfSatisfying(
                Mode.WithAgent.class, m -> assertThat(m.agent()).isEqualTo(agent));
      }
      if (entry.author() instanceof Author.Bot && before.mode() instanceof Mode.WithAgent) {
        assertThat(event).isInstanceOf(Event.AgentHandedBack.class);
      }
      if (entry.author() instanceof Author.Bot) {
        assertThat(turn.next().mode()).isNotInstanceOf(Mode.WithAgent.class);
      }
    }
  }

  /**
   * Promise 4: to words said while the bot leads there is always an answer, or a person is needed
   * from now on. Of files sent together the first is answered.
   */
  private static void neverSilence(Conversation before, Event event, Turn turn) {
    boolean said =
        event instanceof Event.CustomerSaid
            || event instanceof Event.CustomerEdited
            || event instanceof Event.CustomerSentOther
            || event instanceof Event.CustomerSentFile file
                && (!file.more() || file.caption().isPresent());
    if (said && before.mode() instanceof Mode.WithBot) {
      assertThat(turn.entries())
          .anyMatch(
              e ->
                  e.author() instanceof Author.Bot
                      || e.author() instanceof Author.System && !e.isPrivate()
                      || turn.next().mode() instanceof Mode.Resolved);
    }
    if (event instanceof Event.TurnFailed) {
      assertThat(turn.next().mode()).isInstanceOfAny(Mode.Queued.class, Mode.WithAgent.class);
    }
  }

  /** Promise 5: what no longer applies leaves exactly one line for agents, and nothing else. */
  private static void lateChangesNothing(Conversation before, Event event, Turn turn) {
    if (turn.verdict() instanceof Turn.Verdict.Late) {
      assertThat(turn.next().mode()).isEqualTo(before.mode());
      assertThat(turn.next().timers()).isEqualTo(before.timers());
      assertThat(turn.next().slots()).isEqualTo(before.slots());
      assertThat(turn.effects()).isEmpty();
      assertThat(turn.entries()).singleElement().matches(Entry::isPrivate);
    }
    if (turn.verdict() instanceof Turn.Verdict.Refused) {
      assertThat(turn.next().mode()).isEqualTo(before.mode());
      assertThat(turn.next().approvals()).isEqualTo(before.approvals());
      assertThat(turn.effects()).isEmpty();
    }
    if (event instanceof Event.CustomerSaid said) {
      assertThat(turn.entries()).anyMatch(e -> e.text().filter(said.text()::equals).isPresent());
    }
  }

  /** Nothing is sent beyond the limit of whoever answers for it, and nothing twice. */
  private static void actsWithinLimits(Turn turn) {
    var calls =
        turn.effects().stream()
            .filter(Effect.CallAction.class::isInstance)
            .map(Effect.CallAction.class::cast)
            .toList();
    assertThat(calls).hasSizeLessThan(2);
    calls.forEach(
        call ->
            assertThat(new BigDecimal(call.with().get("amount").toString()))
                .isLessThanOrEqualTo(
                    new BigDecimal(call.by().runner() == Runner.AGENT ? 200 : 2000)));
  }

  /** Promise 5: a question is never asked for a slot that has a value. */
  private static void neverAsksWhatIsKnown(Turn turn) {
    if (turn.next().mode() instanceof Mode.WithBot(Dialogue.Asking asking)
        && Shop.FLOWS.flow(asking.flow()).orElseThrow().steps().get(asking.step())
            instanceof Step.Ask ask) {
      assertThat(turn.next().slots()).doesNotContainKey(ask.slot());
    }
  }

  private static void timersFitTheMode(Turn turn) {
    var may =
        switch (turn.next().mode()) {
          case Mode.WithBot _ -> Set.of(Timer.REMIND, Timer.ABANDON, Timer.COMPLAINT);
          case Mode.WithAgent _ -> Set.of(Timer.values());
          case Mode.Queued _, Mode.Closed _ -> Set.of(Timer.COMPLAINT);
        };
    assertThat(may).containsAll(turn.next().timers().keySet());
  }

  /**
   * Promise 7: to a pushed contact every public entry that is not their own goes out, to a web page
   * none.
   */
  private static void deliversWhatIsPublic(Turn turn, Contact contact) {
    var wanted = new ArrayList<Integer>();
    turn.entries().stream()
        .filter(e -> contact.pushed() && !e.isPrivate() && !(e.author() instanceof Author.Customer))
        .forEach(e -> wanted.add(e.number()));
    assertThat(turn.effects())
        .filteredOn(Effect.Deliver.class::isInstance)
        .extracting(e -> ((Effect.Deliver) e).entry().number())
        .isEqualTo(wanted);
  }

  /**
   * A complaint is never lost, ends only by the customer's word or after every reminder, and stands
   * in no agent's way out; an open one has its next moment set.
   */
  private static void complaintsAreKept(Conversation before, Event event, Turn turn) {
    var after = turn.next().complaints();
    assertThat(after).hasSizeGreaterThanOrEqualTo(Math.min(before.complaints().size(), 10));
    for (var complaint : after) {
      boolean justClosed =
          !complaint.isOpen()
              && before.complaints().stream()
                  .anyMatch(c -> c.number().equals(complaint.number()) && c.isOpen());
      if (justClosed) {
        closedRightly(complaint, event);
      }
      if (complaint.isProposed()) {
        assertThat(turn.next().timers()).containsKey(Timer.COMPLAINT);
      }
    }
    if (event instanceof Event.AgentResolved && turn.verdict() instanceof Turn.Verdict.Applied) {
      assertThat(after)
          .noneMatch(c -> c.isOpen() && c.filed().conversation().equals(turn.next().id()));
    }
  }

  private static void closedRightly(Complaint complaint, Event event) {
    switch (complaint.closing().orElseThrow().end()) {
      case ACCEPTED ->
          assertThat(event)
              .isInstanceOfAny(
                  Event.CustomerChose.class,
                  Event.CustomerSaid.class,
                  Event.CustomerSentFile.class);
      case NO_ANSWER -> {
        assertThat(event).isInstanceOf(Event.TimerFired.class);
        assertThat(complaint.proposal().orElseThrow().reminders())
            .isEqualTo(Shop.FLOWS.company().complaints().remindTimes());
      }
    }
  }

  /** Promise 6, and promise 5 over the whole: no hole in any transcript, and no note in public. */
  private static void wholeAndPrivate(List<Entry> transcript) {
    for (int i = 0; i < transcript.size(); i++) {
      assertThat(transcript.get(i).number()).isEqualTo(i + 1);
    }
    assertThat(transcript)
        .filteredOn(e -> !e.isPrivate())
        .noneMatch(e -> e.text().orElse("").contains(RandomEvents.SECRET));
    assertThat(transcript)
        .filteredOn(e -> !e.isPrivate())
        .noneMatch(e -> e.content() instanceof Entry.Content.Notice);
  }
}
