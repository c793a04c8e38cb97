package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Mode;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.redis.TestRedis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Examples change again and again while customers ask: each is answered by one set, whole. */
class ReloadUnderLoadIT {

  private static final int LEAST_RELOADS = 6;
  private static final int ASKING = 2;
  private static final String WORDS = "quanto costa il postino";
  private static final String COST = "Delivery is 12 zł.";
  private static final String HOURS = "We open at 8.";

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private TestEngine gateway;
  private FlowSets sets;
  private ConversationEngine engine;

  @BeforeEach
  void start() {
    TestRedis.flush();
    gateway = TestEngine.Setup.at(clock).start();
    var store = new FlowSetStore(gateway.redis, new FlowReader(), TestEngine.RETENTION);
    sets = new FlowSets(store, flows -> Knowledge.of(flows)::understand, set(0));
    sets.activate(set(0)).block(TestEngine.PATIENCE);
    engine =
        new ConversationEngine(
            gateway.store,
            sets,
            () -> gateway.desk,
            gateway.thinking,
            gateway.feed,
            TestEngine.PARTITIONS,
            EngineWatch.off(),
            clock);
  }

  @AfterEach
  void stop() {
    sets.close();
    gateway.close();
  }

  /** Every other set takes the words for something else; no two are alike. */
  private FlowSet set(int number) {
    boolean cost = number % 2 == 0;
    var files = new HashMap<>(Shop.FILES);
    files.replaceAll(
        (_, yaml) ->
            cost
                ? yaml.replace("en: [how much is delivery,", "en: [" + words(number))
                : yaml.replace("en: [when are you open,", "en: [" + words(number)));
    var set = Shop.read(files);
    answers.put(set.hash().substring(0, 12), cost ? COST : HOURS);
    return set;
  }

  private static String words(int number) {
    return "%s, set number %d, how is it today,".formatted(WORDS, number);
  }

  @Test
  void everyQuestionIsAnsweredByOneSetOrTheOther() {
    var reloads = new AtomicInteger();
    Queue<TestCustomer> customers = new ConcurrentLinkedQueue<>();
    var reloading =
        Flux.range(1, 10_000)
            .concatMap(
                i ->
                    Mono.defer(() -> sets.activate(set(i)))
                        .then(Mono.fromSupplier(reloads::incrementAndGet)))
            .takeUntil(count -> count >= LEAST_RELOADS)
            .then()
            .subscribeOn(Schedulers.parallel())
            .toFuture();

    Flux.range(0, ASKING)
        .flatMap(_ -> Flux.defer(() -> asks(customers)).repeat(() -> !reloading.isDone()), ASKING)
        .blockLast(TestEngine.PATIENCE.multipliedBy(6));

    reloading.join();
    assertThat(reloads.get()).isGreaterThanOrEqualTo(LEAST_RELOADS);
    assertThat(customers).hasSizeGreaterThan(ASKING);
    customers.forEach(this::assertAnswered);
  }

  private Mono<Receipt> asks(Queue<TestCustomer> customers) {
    var customer = TestCustomer.onTheWeb(clock);
    customers.add(customer);
    return engine
        .handle(customer.thread(), customer.says(WORDS))
        .subscribeOn(Schedulers.parallel());
  }

  private void assertAnswered(TestCustomer customer) {
    var transcript = gateway.transcript(customer.thread());
    var said =
        transcript.stream()
            .filter(e -> e.author() instanceof Author.Bot)
            .flatMap(e -> e.text().stream())
            .toList();
    assertThat(said).isEqualTo(List.of(answers.get(set(transcript))));
    assertThat(gateway.stored(customer.thread()).mode()).isInstanceOf(Mode.WithBot.class);
  }

  private static String set(List<Entry> transcript) {
    return transcript.stream()
        .filter(e -> e.content() instanceof Content.Notice(var code, _) && code.equals("flows"))
        .map(e -> ((Content.Notice) e.content()).details().get("set"))
        .findFirst()
        .orElseThrow();
  }
}
