package dev.sayonce.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.EffectHandler;
import dev.sayonce.engine.SettableClock;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.engine.TestCustomer;
import dev.sayonce.engine.TestEngine;
import dev.sayonce.redis.BrittleLine;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/**
 * A customer who goes on in another channel is the same customer there, wherever a gateway dies.
 */
class LinkingIT {

  private final SettableClock clock = new SettableClock();
  private final List<Gateway> gateways = new ArrayList<>();

  /** An engine with what links contacts, and a note of what it pushed. */
  private final class Gateway implements EffectHandler {
    final TestEngine engine;
    final Linking linking;
    final Erasure erasure;
    final List<Effect.Deliver> delivered = new CopyOnWriteArrayList<>();
    final Joining joining;
    final SignalFeed signals;

    Gateway(RedisURI redis) {
      engine =
          TestEngine.Setup.on(redis, clock).timeout(Duration.ofSeconds(5)).handler(this).start();
      linking =
          new Linking(
              new LinkStore(engine.redis), engine.engine, TestEngine.PARTITIONS, engine.clock);
      signals = new SignalFeed(engine.redis, UUID.randomUUID().toString());
      joining = new Joining(engine.engine);
      erasure = new Erasure(engine.engine, engine.store, signals);
      gateways.add(this);
    }

    Redeemed redeem(LinkCode code, TestCustomer chat) {
      return linking.redeem(code.value(), chat.contact()).block(TestEngine.PATIENCE);
    }

    void take(Event.ByCustomer event) {
      engine.engine.handle(event).block(TestEngine.PATIENCE);
    }

    ThreadId place(TestCustomer of) {
      return engine.engine.place(of.thread()).block(TestEngine.PATIENCE);
    }

    LinkCode code(ThreadId thread) {
      return linking.code(thread).block(TestEngine.PATIENCE);
    }

    @Override
    public boolean handles(Effect effect) {
      return true;
    }

    @Override
    public Mono<Outcome> carryOut(Effect effect, int attempt) {
      if (effect instanceof Effect.Deliver deliver) {
        delivered.add(deliver);
        return Mono.just(new Outcome.Done());
      }
      return joining.carryOut(effect, attempt);
    }
  }

  private Gateway gateway;

  @BeforeEach
  void start() {
    TestRedis.flush();
    gateway = new Gateway(TestRedis.uri());
  }

  @AfterEach
  void stop() {
    gateways.forEach(g -> g.engine.close());
  }

  private TestCustomer page() {
    return TestCustomer.onTheWeb(clock);
  }

  private TestCustomer chat() {
    return new TestCustomer(new Contact("telegram", UUID.randomUUID().toString()), clock);
  }

  private static Event.CustomerSaid says(TestCustomer who, String text) {
    return who.says(TestCustomer.newId(), text);
  }

  @Test
  void goesOnWithTheSameConversationItsAgentAndItsFacts() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.PERSON));
    gateway.take(says(page, "AB123456"));
    var before = gateway.engine.stored(page.thread());
    gateway.engine.take(page.thread(), page.claimedBy(Talk.ANNA, before.id()));

    var outcome = gateway.redeem(gateway.code(page.thread()), chat);
    gateway.take(says(chat, "now from my phone"));

    assertThat(outcome).isEqualTo(new Redeemed.Linked(before.id()));
    var after = gateway.engine.stored(page.thread());
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.mode()).isInstanceOf(Mode.WithAgent.class);
    assertThat(after.slots()).isEqualTo(before.slots());
    assertThat(words(gateway.engine.transcript(page.thread()))).endsWith("now from my phone");
    assertThat(gateway.engine.store.cases(chat.thread()).collectList().block()).isEmpty();
  }

  @Test
  void pushesToTheChatWhatIsSaidAfterwardsAndNothingTwice() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.STRANGE));
    var id = gateway.engine.stored(page.thread()).id();
    gateway.engine.take(page.thread(), page.claimedBy(Talk.ANNA, id));
    gateway.redeem(gateway.code(page.thread()), chat);

    gateway.engine.take(page.thread(), page.repliedBy(Talk.ANNA, id, "hello there"));
    gateway.engine.round();
    gateway.engine.round();

    assertThat(gateway.delivered)
        .allMatch(d -> d.to().equals(chat.contact()))
        .extracting(d -> d.entry().text().orElse(""))
        .satisfiesExactly(
            linked -> assertThat(linked).contains("go on"),
            reply -> assertThat(reply).isEqualTo("hello there"));
  }

  @Test
  void bringsThePlaceInLineAlong() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.COST));
    gateway.take(says(chat, Talk.STRANGE));
    var waiting = gateway.engine.stored(chat.thread());
    clock.forward(Duration.ofMinutes(5));

    gateway.redeem(gateway.code(page.thread()), chat);

    var joined = gateway.engine.stored(page.thread());
    assertThat(joined.mode()).isEqualTo(waiting.mode());
    assertThat(gateway.engine.stored(chat.thread()).mode()).isInstanceOf(Mode.Continued.class);
    try (var keys = new Keyspace()) {
      assertThat(keys.standings("queue", page.thread().value())).hasSize(1);
      assertThat(keys.standings("queue", chat.thread().value())).isEmpty();
    }
  }

  @Test
  void tellsAgentsWhereATalkCameFromAndWhereItWent() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.COST));
    gateway.take(says(chat, Talk.COST));
    var old = gateway.engine.stored(chat.thread()).id();

    gateway.redeem(gateway.code(page.thread()), chat);

    var joined = gateway.engine.stored(page.thread()).id();
    assertThat(notices(gateway.engine.transcript(page.thread())))
        .contains(
            new Entry.Content.Notice("linked", Map.of("channel", "telegram", "from", old.value())));
    assertThat(notices(gateway.engine.transcript(chat.thread())))
        .contains(new Entry.Content.Notice("moved", Map.of("to", joined.value())));
  }

  @Test
  void leadsAnOldPageIntoTheThreadThatItsCustomerWentOnIn() {
    var old = page();
    var fresh = page();
    var chat = chat();
    gateway.take(says(old, Talk.STRANGE));
    gateway.redeem(gateway.code(old.thread()), chat);
    gateway.take(says(fresh, Talk.COST));
    gateway.redeem(gateway.code(fresh.thread()), chat);

    gateway.take(says(old, "from the old page"));
    gateway.take(says(chat, "from the chat"));

    assertThat(words(gateway.engine.transcript(fresh.thread())))
        .contains("from the old page", "from the chat");
    assertThat(gateway.engine.stored(old.thread()).mode()).isInstanceOf(Mode.Continued.class);
    assertThat(gateway.engine.stored(fresh.thread()).mode()).isInstanceOf(Mode.Queued.class);
  }

  @Test
  void acceptsACodeOnceAndInTime() {
    var page = page();
    gateway.take(says(page, Talk.COST));
    var used = gateway.code(page.thread());
    var late = gateway.code(page.thread());
    var chat = chat();

    assertThat(gateway.redeem(used, chat)).isInstanceOf(Redeemed.Linked.class);
    assertThat(gateway.redeem(used, chat)).isInstanceOf(Redeemed.Linked.class);
    assertThat(gateway.redeem(used, chat())).isEqualTo(new Redeemed.UsedAlready());
    clock.forward(Duration.ofMinutes(11));
    assertThat(gateway.redeem(late, chat())).isEqualTo(new Redeemed.Expired());
    assertThat(gateway.redeem(LinkCode.fresh(3, clock.instant()), chat()))
        .isEqualTo(new Redeemed.Unknown());
    assertThat(gateway.linking.redeem("99-what", chat.contact()).block())
        .isEqualTo(new Redeemed.Unknown());
  }

  @Test
  void keepsNoCodeThatCouldBeUsed() {
    var page = page();
    gateway.take(says(page, Talk.COST));

    var code = gateway.code(page.thread());

    try (var keys = new Keyspace()) {
      assertThat(keys.contents().toString()).doesNotContain(code.value().substring(2));
      assertThat(keys.lives())
          .anySatisfy((key, life) -> assertThat(key + life).matches(".*:link:[0-9a-f]+"));
    }
  }

  @Test
  void givesNoCodeWhereNothingWasSaid() {
    assertThat(gateway.code(page().thread())).isNull();
  }

  @Test
  void beginsAnewAfterPartingAndPushesNoMore() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.STRANGE));
    gateway.take(says(chat, Talk.COST));
    gateway.redeem(gateway.code(page.thread()), chat);
    gateway.engine.round();
    var other = new Gateway(TestRedis.uri());
    other.take(says(chat, "known to the other gateway too"));

    gateway.linking.unlink(chat.contact()).block(TestEngine.PATIENCE);
    other.take(says(chat, "on my own again"));

    assertThat(gateway.place(chat)).isEqualTo(chat.thread());
    assertThat(words(gateway.engine.transcript(chat.thread()))).startsWith("on my own again");
    assertThat(gateway.engine.store.cases(chat.thread()).collectList().block()).hasSize(2);
    assertThat(gateway.engine.stored(page.thread()).contacts()).containsExactly(page.contact());
    assertThat(words(gateway.engine.transcript(page.thread()))).doesNotContain("on my own again");
  }

  @Test
  void completesAPartingThatWasBrokenOff() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.STRANGE));
    gateway.redeem(gateway.code(page.thread()), chat);
    var halfway = new Event.ContactUnlinked("unlink:1", clock.instant(), chat.contact());
    gateway.engine.take(page.thread(), halfway);

    gateway.take(says(chat, "hello again"));

    assertThat(gateway.place(chat)).isEqualTo(chat.thread());
    assertThat(words(gateway.engine.transcript(chat.thread()))).startsWith("hello again");
  }

  @Test
  void erasesAllThatIsKeptOfACustomer() {
    var page = page();
    var chat = chat();
    gateway.take(says(page, Talk.STRANGE));
    gateway.take(says(chat, Talk.STRANGE));
    gateway.redeem(gateway.code(page.thread()), chat);

    gateway.erasure.erase(chat.contact()).block(TestEngine.PATIENCE);

    try (var keys = new Keyspace()) {
      var rest = new java.util.TreeMap<>(keys.contents());
      rest.keySet().removeIf(key -> key.endsWith(":journal") || key.contains(":link:"));
      assertThat(rest.toString())
          .doesNotContain(page.thread().value())
          .doesNotContain(chat.thread().value());
    }
    gateway.take(says(chat, Talk.COST));
    assertThat(gateway.engine.stored(chat.thread()).contacts()).containsExactly(chat.contact());
  }

  @ParameterizedTest
  @EnumSource(BrittleLine.At.class)
  void losesAndDoublesNothingWhereverTheGatewayDies(BrittleLine.At at) {
    int reached = 0;
    while (dies(at, reached + 1)) {
      reached++;
    }
    System.out.println("LinkingIT: died " + at + " each of " + reached + " commands");
    assertThat(reached).isGreaterThan(6);
  }

  /** False if the linking was through before that command. */
  private boolean dies(BrittleLine.At at, int command) {
    var story = new Story();
    try (var line = new BrittleLine()) {
      var dying = new Gateway(line.uri());
      dying.take(says(page(), Talk.COST)); // its scripts are known to Redis from here on
      line.breakAt(command, at);
      var outcome =
          dying
              .linking
              .redeem(story.code.value(), story.chat.contact())
              .map(Optional::of)
              .onErrorReturn(Optional.empty())
              .block(TestEngine.PATIENCE);
      gateways.remove(dying);
      dying.engine.crash();
      if (!line.isBroken()) {
        assertThat(outcome).contains(new Redeemed.Linked(story.joined));
        return false;
      }
    }
    if (command % 2 == 0) {
      story.goesOnByItself();
    }
    story.isTakenUpAgain();
    return true;
  }

  /** A customer with a page and a chat, both in the middle of a talk. */
  private final class Story {
    final TestCustomer page = page();
    final TestCustomer chat = chat();
    final Event.CustomerSaid earlier = says(chat, "written before and delivered again");
    final ConversationId joined;
    final ConversationId old;
    final LinkCode code;
    final List<String> oldWords;

    Story() {
      gateway.take(says(page, Talk.COST));
      gateway.take(says(page, "AB123456"));
      gateway.take(says(chat, Talk.STRANGE));
      gateway.take(earlier);
      joined = gateway.engine.stored(page.thread()).id();
      old = gateway.engine.stored(chat.thread()).id();
      oldWords = words(gateway.engine.transcript(chat.thread()));
      code = gateway.code(page.thread());
    }

    /** What was accepted is completed though nobody asks again. */
    void goesOnByItself() {
      gateway.engine.round();
      var survivor = new Gateway(TestRedis.uri());
      if (survivor.engine.stored(page.thread()).knows(chat.contact())) {
        assertThat(survivor.place(chat)).isEqualTo(page.thread());
      } else {
        assertThat(survivor.place(chat)).isEqualTo(chat.thread());
      }
    }

    void isTakenUpAgain() {
      var survivor = new Gateway(TestRedis.uri());
      assertThat(survivor.redeem(code, chat)).isEqualTo(new Redeemed.Linked(joined));
      survivor.take(earlier);
      survivor.take(says(chat, "from the chat"));
      survivor.take(says(page, "from the page"));
      gateway.engine.round();

      var conversation = survivor.engine.stored(page.thread());
      assertThat(conversation.id()).isEqualTo(joined);
      assertThat(conversation.mode()).isInstanceOf(Mode.Queued.class);
      assertThat(conversation.slots()).containsEntry("orderNumber", "AB123456");
      assertThat(conversation.linked()).containsExactly(chat.contact());
      var now = survivor.engine.transcript(page.thread());
      assertThat(words(now)).containsOnlyOnce("from the chat", "from the page");
      assertThat(words(now)).doesNotContain(earlier.text());
      assertThat(notices(now)).filteredOn(n -> n.code().equals("linked")).hasSize(1);

      assertThat(survivor.engine.stored(chat.thread()).id()).isEqualTo(old);
      assertThat(survivor.engine.stored(chat.thread()).mode()).isInstanceOf(Mode.Continued.class);
      var left = survivor.engine.transcript(chat.thread());
      assertThat(words(left)).isEqualTo(oldWords);
      assertThat(notices(left)).filteredOn(n -> n.code().equals("moved")).hasSize(1);
      assertThat(survivor.engine.store.cases(chat.thread()).collectList().block())
          .containsExactly(old);
      isPushedOnce();
    }

    /** Nothing leaves twice but for a reason, and here there is none. */
    private void isPushedOnce() {
      var pushed =
          gateways.stream()
              .flatMap(g -> g.delivered.stream())
              .filter(d -> d.conversation().equals(joined))
              .map(Effect.Deliver::id)
              .toList();
      assertThat(pushed).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private static List<String> words(List<Entry> entries) {
    return entries.stream().filter(e -> !e.isPrivate()).flatMap(e -> e.text().stream()).toList();
  }

  private static List<Entry.Content.Notice> notices(List<Entry> entries) {
    return entries.stream()
        .filter(e -> e.content() instanceof Entry.Content.Notice)
        .map(e -> (Entry.Content.Notice) e.content())
        .toList();
  }
}
