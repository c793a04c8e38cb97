package dev.sayonce.product;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.sayonce.channel.telegram.TelegramStub;
import dev.sayonce.channel.telegram.TelegramStub.Misdeed;
import dev.sayonce.redis.TestRedis;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators see of a running gateway after a few talks: figures, traces and logs, and nothing
 * that customers said.
 */
class WatchIT {

  private static final String PHONE = "601 234 567";
  private static final String MAIL = "jan.kowalski@example.com";
  private static final String KEY = "key-of-the-back-end-9f3a";
  private static final int SLOW_MILLIS = 700;

  /** Prometheus adds them when it scrapes. */
  private static final Set<String> OF_THE_TARGET = Set.of("namespace", "instance");

  private static TraceCollector collector;
  private static TelegramStub telegram;
  private static WireMockServer backEnd;
  private static GatewayProcess gateway;
  private static int management;
  private static String conversation;

  @BeforeAll
  static void talk() {
    TestRedis.flush();
    collector = new TraceCollector();
    telegram = new TelegramStub();
    backEnd = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    backEnd.start();
    backEnd.stubFor(
        any(anyUrl()).willReturn(okJson("{\"state\":\"PACKING\"}").withFixedDelay(SLOW_MILLIS)));
    management = Scrape.freePort();
    gateway = GatewayProcess.onTestRedis(telegram.settings(settings()));
    onTelegram();
    onTheWeb();
  }

  private static String[] settings() {
    return new String[] {
      "--management.server.port=" + management,
      "--sayonce.tracing.endpoint=" + collector.url(),
      "--logging.structured.format.console=ecs",
      "--sayonce.actions.services.polanka.url=http://127.0.0.1:" + backEnd.port() + "/v1",
      "--sayonce.actions.services.polanka.own-network=true",
      "--POLANKA_API_KEY=" + KEY
    };
  }

  /** The answer to the first message meets trouble once, so that something is logged of it. */
  private static void onTelegram() {
    var once = new AtomicBoolean(true);
    telegram.onCall(
        call ->
            call.method().equals("sendmessage") && once.getAndSet(false)
                ? Optional.of(Misdeed.broken(502))
                : Optional.empty());
    telegram.say(7, "where is my parcel AB123456");
    till(() -> !telegram.texts(7).isEmpty());
  }

  private static void onTheWeb() {
    try (var customer = ChatClient.open(gateway.port(), "en")) {
      customer.say("My phone is +48 %s, my mail is %s".formatted(PHONE, MAIL));
      customer.say("agent");
      till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
      customer.choose(customer.entries().getLast(), "order");
      till(() -> customer.status().equals("queued"));
      conversation = customer.conversation();
      customer.say("Call me at " + PHONE);
      till(() -> customer.pending() == 0);
      till(() -> Scrape.of(management).sum("sayonce_waiting_people") >= 1);
      customer.sendRaw("no frame at all");
      till(() -> customer.frames("refused").size() == 1);
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    backEnd.stop();
    telegram.close();
    collector.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(condition::getAsBoolean);
  }

  @Test
  void countsWhatHappened() {
    var now = Scrape.of(management);

    assertThat(now.sum("sayonce_turn_seconds_count", "from", "web", "outcome", "taken"))
        .isGreaterThanOrEqualTo(4);
    assertThat(now.sum("sayonce_turn_seconds_count", "from", "telegram", "outcome", "taken"))
        .isEqualTo(1);
    assertThat(now.sum("sayonce_turn_seconds_count", "from", "action")).isEqualTo(1);
    assertThat(now.sum("sayonce_redis_commit_seconds_count", "outcome", "done"))
        .isGreaterThanOrEqualTo(6);
    assertThat(now.sum("sayonce_handoffs_total", "reason", "asked")).isEqualTo(1);
    assertThat(now.sum("sayonce_waiting_people")).isEqualTo(1);
    assertThat(now.sum("sayonce_conversations", "status", "queued")).isEqualTo(1);
    assertThat(now.sum("sayonce_effects_seconds_count", "kind", "call", "outcome", "done"))
        .isEqualTo(1);
    assertThat(now.sum("sayonce_effects_seconds_count", "kind", "deliver", "outcome", "again"))
        .isGreaterThanOrEqualTo(1);
    assertThat(now.sum("sayonce_effects_seconds_count", "kind", "deliver", "outcome", "done"))
        .isGreaterThanOrEqualTo(1);
    assertThat(now.sum("sayonce_web_refused_total", "reason", "malformed")).isEqualTo(1);
    assertThat(now.sum("sayonce_telegram_poll_age_seconds")).isBetween(0.0, 60.0);
    assertThat(now.sum("sayonce_redis_memory_used_bytes")).isPositive();
    assertThat(now.sum("resilience4j_circuitbreaker_state", "name", "telegram", "state", "closed"))
        .isEqualTo(1);
    till(() -> Scrape.of(management).sum("sayonce_leases_held") == 16);
  }

  @Test
  void looksByItselfAndNotWhenItIsAsked() {
    var age = Scrape.of(management).sum("sayonce_figures_age_seconds");

    assertThat(age).as("looked within the last looks").isLessThan(60);
    till(() -> Scrape.of(management).sum("sayonce_waiting_longest_seconds") > 0);
  }

  @Test
  void answersEveryDashboardAndAlert() {
    var now = Scrape.of(management);
    var missing = new HashSet<String>();
    for (var expression : Queries.expressions()) {
      for (var asked : Queries.parse(expression)) {
        var labels = new HashSet<>(asked.labels());
        labels.removeAll(OF_THE_TARGET);
        if (!now.has(asked.metric()) && !COMES_LATER.contains(asked.metric())
            || now.has(asked.metric()) && !now.labels(asked.metric()).containsAll(labels)) {
          missing.add(asked.toString());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Told only once it has happened. */
  private static final Set<String> COMES_LATER = Set.of("sayonce_repeats_total");

  @Test
  void everyAlertSaysWhatToDo() {
    assertThat(Queries.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            rule -> {
              assertThat(rule.path("alert").asString()).startsWith("SayOnce");
              assertThat(rule.at("/labels/severity").asString())
                  .isIn("critical", "warning", "info");
              assertThat(rule.at("/annotations/summary").asString()).hasSizeGreaterThan(20);
              assertThat(rule.at("/annotations/remedy").asString()).hasSizeGreaterThan(40);
            });
  }

  private static List<Span> trace() {
    var begun =
        collector.spans().stream().filter(s -> s.getName().equals("telegram update")).findFirst();
    return begun.map(s -> collector.trace(s.getTraceId())).orElse(List.of());
  }

  private static List<Span> named(String name) {
    return trace().stream().filter(s -> s.getName().equals(name)).toList();
  }

  @Test
  void followsOneMessageToTheAnswerInTelegram() {
    till(() -> named("telegram sendmessage").size() >= 2 && named("effect deliver").size() >= 2);
    var trace = trace();

    assertThat(trace.stream().map(Span::getName))
        .contains(
            "telegram update",
            "turn",
            "understand",
            "redis commit",
            "effect call",
            "action order.status",
            "effect deliver",
            "telegram sendmessage");
    var ids = trace.stream().map(Span::getSpanId).toList();
    assertThat(trace.stream().filter(s -> !ids.contains(s.getParentSpanId())))
        .as("one root")
        .singleElement()
        .satisfies(s -> assertThat(s.getName()).isEqualTo("telegram update"));
    var action = named("action order.status").getFirst();
    assertThat(TraceCollector.seconds(action)).isGreaterThanOrEqualTo(SLOW_MILLIS / 1000.0);
    var conversations =
        trace.stream()
            .map(s -> TraceCollector.attribute(s, "sayonce.conversation"))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    assertThat(conversations).as("all of one conversation").hasSize(1);
    assertThat(TraceCollector.attribute(action, "sayonce.conversation"))
        .isEqualTo(Optional.of(conversations.getFirst()));
    assertThat(backEnd.getAllServeEvents().getFirst().getRequest().getHeader("traceparent"))
        .as("the back end may go on with it")
        .contains(TraceCollector.hex(action.getTraceId()), TraceCollector.hex(action.getSpanId()));
  }

  private static List<JsonNode> log() {
    return gateway
        .output()
        .lines()
        .filter(l -> l.startsWith("{"))
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  @Test
  void logLinesCarryTheSameIds() {
    till(() -> !named("telegram sendmessage").isEmpty());
    var trace = TraceCollector.hex(named("telegram sendmessage").getFirst().getTraceId());

    assertThat(log())
        .filteredOn(line -> line.path("message").asString().contains("no answer tells"))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.at("/trace/id").asString()).isEqualTo(trace);
              assertThat(line.path("conversation").asString())
                  .isEqualTo(
                      TraceCollector.attribute(
                              named("telegram sendmessage").getFirst(), "sayonce.conversation")
                          .orElseThrow());
            });
  }

  @Test
  void nothingThatPeopleSaidOrThatIsSecretIsLoggedOrTraced() {
    till(
        () ->
            collector.spans().stream()
                .anyMatch(
                    s ->
                        TraceCollector.attribute(s, "sayonce.conversation")
                            .equals(Optional.of(conversation))));

    var secret = TelegramStub.TOKEN.substring(TelegramStub.TOKEN.indexOf(':') + 1);
    for (var seen : List.of(gateway.output(), collector.raw())) {
      assertThat(seen)
          .isNotEmpty()
          .doesNotContain(PHONE, PHONE.replace(" ", ""), MAIL, secret, KEY)
          .doesNotContain("where is my parcel", "AB123456", "Call me at", "My phone is")
          .doesNotContain(TestRedis.url());
    }
  }
}
