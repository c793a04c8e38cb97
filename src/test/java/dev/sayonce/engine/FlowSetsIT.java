package dev.sayonce.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Talk;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.engine.FlowFiles.Reload;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files change while customers talk: nobody loses a word, and who has begun goes on as begun. */
class FlowSetsIT {

  private static final int CUSTOMERS = 24;
  private static final int MESSAGES = 20;
  private static final FlowSet OTHER = Shop.read(otherFiles("In other words, which order?"));

  private final SettableClock clock = new SettableClock();
  private TestEngine a;
  private TestEngine b;

  private static Map<String, String> otherFiles(String question) {
    var files = new HashMap<>(Shop.FILES);
    files.computeIfPresent(
        "return.yaml", (_, yaml) -> yaml.replace("Which order?", '"' + question + '"'));
    return files;
  }

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
  }

  @Test
  void aRunningConversationKeepsTheFilesItBeganWith() {
    var before = TestCustomer.onTheWeb(clock);
    a.take(before.thread(), before.says(Talk.RETURN));

    a.flows.activate(OTHER).block(TestEngine.PATIENCE);
    b.flows.follow().block(TestEngine.PATIENCE);

    a.take(before.thread(), before.says("what?"));
    assertThat(botSaid(a, before)).endsWith("Which order?");
    b.take(before.thread(), before.says("what?"));
    assertThat(botSaid(b, before)).endsWith("Which order?");
    var after = TestCustomer.onTheWeb(clock);
    b.take(after.thread(), after.says(Talk.RETURN));
    assertThat(botSaid(b, after)).endsWith("In other words, which order?");
    assertThat(sets(before)).containsExactly(Shop.FLOWS.hash().substring(0, 12));
    assertThat(sets(after)).containsExactly(OTHER.hash().substring(0, 12));
  }

  @Test
  void aGatewayThatNeverHadTheFilesGoesOnWithThem() {
    a.flows.activate(OTHER).block(TestEngine.PATIENCE);
    var customer = TestCustomer.onTheWeb(clock);
    a.take(customer.thread(), customer.says(Talk.RETURN));
    a.flows.activate(Shop.FLOWS).block(TestEngine.PATIENCE);

    b.take(customer.thread(), customer.says("what?"));

    assertThat(botSaid(b, customer)).endsWith("In other words, which order?");
    assertThat(b.stored(customer.thread()).flowSet()).isEqualTo(OTHER.hash());
  }

  @Test
  void changingFilesUnderLoadLosesNoTurn() {
    var customers =
        IntStream.range(0, CUSTOMERS).mapToObj(_ -> TestCustomer.onTheWeb(clock)).toList();
    var swaps = new AtomicInteger();
    var changing =
        Flux.range(0, 10_000)
            .concatMap(
                i ->
                    a.flows
                        .activate(i % 2 == 0 ? OTHER : Shop.FLOWS)
                        .then(Mono.defer(b.flows::follow))
                        .doOnSuccess(_ -> swaps.incrementAndGet()))
            .subscribe();

    Flux.fromIterable(customers)
        .flatMap(this::talk, CUSTOMERS)
        .blockLast(TestEngine.PATIENCE.multipliedBy(4));
    changing.dispose();

    assertThat(swaps.get()).as("changes of the files while they talked").isGreaterThan(5);
    customers.forEach(this::assertWhole);
  }

  private Flux<Receipt> talk(TestCustomer customer) {
    return Flux.range(0, MESSAGES)
        .concatMap(
            i ->
                (i % 2 == 0 ? a : b)
                    .engine.handle(
                        customer.thread(), customer.says(i == 0 ? Talk.RETURN : "word " + i)))
        .subscribeOn(Schedulers.parallel());
  }

  /** Every word once and in order, numbered without a hole, all by the same files. */
  private void assertWhole(TestCustomer customer) {
    var transcript = a.transcript(customer.thread());
    assertThat(transcript)
        .extracting(Entry::number)
        .isEqualTo(IntStream.rangeClosed(1, transcript.size()).boxed().toList());
    assertThat(transcript)
        .filteredOn(e -> e.author() instanceof Author.Customer)
        .extracting(e -> e.text().orElseThrow())
        .isEqualTo(
            IntStream.range(0, MESSAGES)
                .mapToObj(i -> i == 0 ? Talk.RETURN : "word " + i)
                .toList());
    assertThat(sets(customer)).hasSize(1);
  }

  @Test
  void takesAFolderWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    var files =
        new FlowFiles(
            new FlowReader(),
            a.flows,
            folder,
            new FlowFilesProperties(Duration.ZERO, Duration.ofHours(1)));
    write(folder, Shop.FILES);
    var same = (Reload.Taken) files.reload().block(TestEngine.PATIENCE);
    assertThat(same.changed()).isFalse();

    write(folder, otherFiles("{nothing} is known by that name?"));
    var refused = (Reload.Refused) files.reload().block(TestEngine.PATIENCE);
    assertThat(refused.problems()).singleElement().asString().contains("{nothing} names no slot");
    assertThat(a.flows.active().hash()).isEqualTo(Shop.FLOWS.hash());

    write(folder, otherFiles("Which one?"));
    var taken = (Reload.Taken) files.reload().block(TestEngine.PATIENCE);
    assertThat(taken.changed()).isTrue();
    assertThat(a.flows.active().hash()).isEqualTo(taken.set().hash());
  }

  @Test
  void seesAFileChangeWhileDeveloping(@TempDir Path folder) throws IOException {
    write(folder, Shop.FILES);
    var files =
        new FlowFiles(
            new FlowReader(),
            a.flows,
            folder,
            new FlowFilesProperties(Duration.ofMillis(50), Duration.ofHours(1)));
    files.start();
    try {
      write(folder, otherFiles("A question as it was changed?"));
      await()
          .atMost(TestEngine.PATIENCE)
          .until(() -> !a.flows.active().hash().equals(Shop.FLOWS.hash()));
    } finally {
      files.stop();
    }
  }

  @Test
  void followsWhatAnotherGatewayActivates() {
    var files =
        new FlowFiles(
            new FlowReader(),
            b.flows,
            Path.of("nowhere"),
            new FlowFilesProperties(Duration.ZERO, Duration.ofMillis(50)));
    files.start();
    try {
      a.flows.activate(OTHER).block(TestEngine.PATIENCE);
      await().atMost(TestEngine.PATIENCE).until(() -> b.flows.active().hash().equals(OTHER.hash()));
    } finally {
      files.stop();
    }
  }

  @Test
  void teachesTheSetsInUseAnewWhenThereIsMoreToLearn() {
    var teacher = new Pupil();
    var store = new FlowSetStore(a.redis, new FlowReader(), TestEngine.RETENTION);
    var sets = new FlowSets(store, teacher, Shop.FLOWS);
    sets.activate(OTHER).block(TestEngine.PATIENCE);
    sets.refresh().block(TestEngine.PATIENCE);
    assertThat(teacher.taught).as("there was nothing new").hasSize(2);

    teacher.lesson = 1;
    assertThat(sets.isFresh()).isFalse();
    assertThat(understands(sets.activeTaught())).as("the old knowledge serves").isFalse();
    sets.refresh().block(TestEngine.PATIENCE);

    assertThat(sets.isFresh()).isTrue();
    assertThat(understands(sets.activeTaught())).isTrue();
    var before = sets.of(Shop.FLOWS.hash()).block(TestEngine.PATIENCE);
    assertThat(understands(before)).as("talks that began before know it too").isTrue();
    assertThat(teacher.taught).as("each set once").hasSize(4);
    sets.close();
  }

  private static boolean understands(FlowSets.Taught taught) {
    return taught.understander().understand(Talk.COST).sure().isPresent();
  }

  /** Understands nothing before its first lesson. */
  private static final class Pupil implements Understander.Teacher {

    private final Queue<String> taught = new ConcurrentLinkedQueue<>();
    private volatile long lesson;

    @Override
    public Understander teach(FlowSet flows) {
      taught.add(flows.hash());
      return lesson == 0 ? _ -> Understanding.NOTHING : Talk::understand;
    }

    @Override
    public long lesson() {
      return lesson;
    }
  }

  @Test
  void keepsWhatIsInUseFromExpiring() {
    var key = RedisKeys.flowSet(Shop.FLOWS.hash());
    a.redis.commands().pexpire(key, 60_000).block(TestEngine.PATIENCE);

    a.flows.keepAlive().block(TestEngine.PATIENCE);

    assertThat(a.redis.commands().pttl(key).block(TestEngine.PATIENCE))
        .isGreaterThan(TestEngine.RETENTION.toMillis());
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder.resolve("answers"));
    Files.createDirectories(folder.resolve("actions"));
    for (var file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private List<String> botSaid(TestEngine gateway, TestCustomer customer) {
    return gateway.transcript(customer.thread()).stream()
        .filter(e -> e.author() instanceof Author.Bot)
        .flatMap(e -> e.text().stream())
        .toList();
  }

  /** Which files answered, as the transcript tells. */
  private List<String> sets(TestCustomer customer) {
    return a.transcript(customer.thread()).stream()
        .filter(e -> e.content() instanceof Content.Notice n && n.code().equals("flows"))
        .map(e -> ((Content.Notice) e.content()).details().get("set"))
        .toList();
  }
}
