package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.redis.CommandLog;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.TestRedis;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Nothing is taken twice, and there is one order, however many gateways take events at once. */
class EngineIT {

  private final SettableClock clock = new SettableClock();
  private final TestCustomer customer = TestCustomer.onTheWeb(clock);
  private final ThreadId thread = customer.thread();
  private final Keyspace keyspace = new Keyspace();
  private TestEngine a;
  private TestEngine b;

  @BeforeEach
  void startTwoGateways() {
    TestRedis.flush();
    a = TestEngine.Setup.at(clock).start();
    b = TestEngine.Setup.at(clock).start();
  }

  @AfterEach
  void stop() {
    a.close();
    b.close();
    keyspace.close();
  }

  @Test
  void takesAnEventOnceAndAnswersItAlike() {
    var event = customer.says(Talk.COST);
    var first = a.take(thread, event);
    var before = keyspace.contents();

    assertThat(a.take(thread, event)).isEqualTo(first);
    assertThat(b.take(thread, event)).isEqualTo(first);

    assertThat(first.first()).isEqualTo(1);
    assertThat(keyspace.contents()).isEqualTo(before);
  }

  @Test
  void takesAnEventOnceThatComesTwentyTimesAtOnce() {
    a.take(thread, customer.says(Talk.COST));
    var event = customer.says("again and again");

    var receipts = handleAtOnce(Collections.nCopies(20, event));

    assertThat(receipts).hasSize(20).containsOnly(receipts.getFirst());
    assertThat(a.transcript(thread)).filteredOn(e -> says(e, "again and again")).hasSize(1);
  }

  @Test
  void answersALateEventAlikeEachTime() {
    a.take(thread, customer.says(Talk.STRANGE));
    var conversation = a.stored(thread).id();
    a.take(thread, customer.claimedBy(Talk.ANNA, conversation));
    var late = customer.claimedBy(Talk.BORIS, conversation);
    var first = b.take(thread, late);
    a.take(thread, customer.handedBackBy(Talk.ANNA, conversation));

    assertThat(first.verdict()).isEqualTo(new Verdict.Late(Why.CLAIMED, "Anna"));
    assertThat(a.take(thread, late)).isEqualTo(first);
    assertThat(b.take(thread, late)).isEqualTo(first);
  }

  @Test
  void opensOneConversationForTwoFirstMessagesAtOnce() {
    for (int i = 0; i < 20; i++) {
      var someone = TestCustomer.onTheWeb(clock);
      var one = someone.says("first here");
      var two = someone.says("first there");

      var receipts =
          Mono.zip(a.engine.handle(someone.thread(), one), b.engine.handle(someone.thread(), two))
              .block(TestEngine.PATIENCE);

      assertThat(receipts.getT1().conversation()).isEqualTo(receipts.getT2().conversation());
      assertThat(a.store.cases(someone.thread()).collectList().block()).hasSize(1);
      assertThat(a.transcript(someone.thread()))
          .filteredOn(e -> e.author() instanceof Entry.Author.Customer)
          .extracting(Entry::event)
          .containsExactlyInAnyOrder(one.id(), two.id());
    }
  }

  @Test
  void numbersWhatTwoGatewaysTakeAtOnceWithoutGaps() {
    var events =
        IntStream.range(0, 400).<Event>mapToObj(i -> customer.says("message " + i)).toList();

    var receipts = handleAtOnce(events);

    var transcript = a.transcript(thread);
    assertThat(receipts).hasSize(400);
    assertThat(transcript)
        .filteredOn(e -> e.author() instanceof Entry.Author.Customer)
        .extracting(Entry::event)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(Event::id).toList());
    assertUnbroken(transcript);
  }

  @Test
  void keepsTheOrderOfABurst() {
    var words = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();

    Flux.merge(
            Flux.fromIterable(
                words.stream().map(w -> a.engine.handle(thread, customer.says(w))).toList()),
            100)
        .blockLast(TestEngine.PATIENCE);

    assertThat(a.transcript(thread))
        .filteredOn(e -> e.author() instanceof Entry.Author.Customer)
        .extracting(e -> e.text().orElseThrow())
        .isEqualTo(words);
  }

  @Test
  void asksRedisOnceForATurnOfAKnownConversation() throws Exception {
    a.take(thread, customer.says(Talk.COST));
    try (var log = new CommandLog()) {
      long before = keyspace.calls("evalsha");
      log.roundTrips();
      for (int i = 0; i < 25; i++) {
        a.take(thread, customer.says("message " + i));
      }

      assertThat(log.roundTrips()).hasSize(25).containsOnly("EVALSHA");
      assertThat(keyspace.calls("evalsha") - before).isEqualTo(25);
    }
  }

  @Test
  void beginsAnewOnceTheThreadIsErased() {
    a.take(thread, customer.says("some words of long ago"));
    a.take(thread, customer.says("more words of long ago"));
    var old = a.store.load(thread).block();
    assertThat(b.store.erase(thread, b.store.load(thread).block()).block()).isTrue();
    assertThat(keyspace.contents().toString()).doesNotContain("words of long ago");

    var receipt = a.take(thread, customer.says(Talk.COST));

    var fresh = a.store.load(thread).block();
    assertThat(receipt.first()).isEqualTo(1);
    assertThat(fresh.version().incarnation()).isNotEqualTo(old.version().incarnation());
    assertThat(fresh.version().counter()).isEqualTo(1);
    assertThat(receipt.conversation()).isNotEqualTo(old.conversation().orElseThrow().id());
    assertThat(keyspace.contents().toString()).doesNotContain("words of long ago");
    assertUnbroken(a.transcript(thread));
  }

  @Test
  void erasesNothingThatHasChangedSince() {
    a.take(thread, customer.says(Talk.COST));
    var loaded = a.store.load(thread).block();
    b.take(thread, customer.says(Talk.COST));

    assertThat(a.store.erase(thread, loaded).block()).isFalse();
    assertThat(a.transcript(thread)).isNotEmpty();
  }

  @Test
  void givesTheCaseToOneOfTwoAgents() {
    for (int i = 0; i < 20; i++) {
      var someone = TestCustomer.onTheWeb(clock);
      a.take(someone.thread(), someone.says(Talk.STRANGE));
      b.engine.current(someone.thread()).block();
      var id = a.stored(someone.thread()).id();

      var verdicts =
          Mono.zip(
                  a.engine.handle(someone.thread(), someone.claimedBy(Talk.ANNA, id)),
                  b.engine.handle(someone.thread(), someone.claimedBy(Talk.BORIS, id)))
              .map(r -> List.of(r.getT1().verdict(), r.getT2().verdict()))
              .block(TestEngine.PATIENCE);

      boolean annaWon = verdicts.getFirst().equals(Verdict.APPLIED);
      assertThat(verdicts)
          .containsExactlyInAnyOrder(
              Verdict.APPLIED, new Verdict.Late(Why.CLAIMED, annaWon ? "Anna" : "Boris"));
    }
  }

  @Test
  void tellsTheOtherGatewayOfATurn() throws Exception {
    a.take(thread, customer.says(Talk.COST));
    b.take(thread, customer.says(Talk.COST));
    var heard = new CopyOnWriteArrayList<Committed>();
    b.feed.onTurn(heard::add);

    a.take(thread, customer.says("hear me"));

    var now = a.stored(thread);
    await().until(() -> heard.stream().anyMatch(turn -> turn.conversation().equals(now)));
    assertThat(heard)
        .filteredOn(turn -> turn.conversation().equals(now))
        .singleElement()
        .satisfies(turn -> assertThat(turn.entries()).isEqualTo(newest(turn.entries().size())));
    try (var log = new CommandLog()) {
      log.roundTrips();
      b.take(thread, customer.says("I know already"));
      assertThat(log.roundTrips()).containsExactly("EVALSHA");
    }
  }

  @Test
  void goesOnFromTheOtherGatewaysTurnAtTheFirstTry() throws Exception {
    var deaf = TestEngine.Setup.at(clock).start();
    deaf.take(thread, customer.says(Talk.COST));
    deaf.feed.close();
    a.take(thread, customer.says(Talk.STRANGE));

    try (var log = new CommandLog()) {
      log.roundTrips();
      deaf.take(thread, customer.says("what did I miss"));
      deaf.take(thread, customer.says("nothing now"));
      assertThat(log.roundTrips()).as("one conflict, then none").hasSize(3);
    } finally {
      deaf.close();
    }
    assertUnbroken(a.transcript(thread));
  }

  /** Half of the events at one gateway, half at the other, all at the same time. */
  private List<Receipt> handleAtOnce(List<? extends Event> events) {
    return Flux.range(0, events.size())
        .flatMap(
            i ->
                Mono.defer(() -> (i % 2 == 0 ? a : b).engine.handle(thread, events.get(i)))
                    .subscribeOn(Schedulers.parallel()),
            events.size())
        .collectList()
        .block(TestEngine.PATIENCE.multipliedBy(2));
  }

  private List<Entry> newest(int count) {
    return a.store.newestEntries(a.stored(thread).id(), count).collectList().block();
  }

  private static boolean says(Entry entry, String words) {
    return entry.text().filter(words::equals).isPresent();
  }

  /** Numbered from 1 without gaps, each line naming the public one before it. */
  private static void assertUnbroken(List<Entry> transcript) {
    int prev = 0;
    for (int i = 0; i < transcript.size(); i++) {
      assertThat(transcript.get(i).number()).isEqualTo(i + 1);
      assertThat(transcript.get(i).prev()).isEqualTo(prev);
      prev = transcript.get(i).isPrivate() ? prev : i + 1;
    }
  }
}
