package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.LostPublish;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the chat does beside talking, for a company that asks for consent: its look, suggestions,
 * the consent itself, the end, reading back and keeping the talk.
 */
class ChatAbilitiesIT {

  private static final int PARTITIONS = 16;
  private static final String CONSENT = "Zgadzam się na zapis rozmowy.";
  private static final Path FLOWS =
      SampleCompany.with(
          """
            consent:
              text: {pl: %s, ru: Согласен на запись разговора., en: I agree to the record.}
          """
              .formatted(CONSENT));
  private static final String COST = "Ile kosztuje dostawa?";

  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway =
        GatewayProcess.onTestRedis(
            "--sayonce.web.burst=1000", "--sayonce.web.ping=1s", "--sayonce.engine.flows=" + FLOWS);
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @AfterEach
  void close() throws Exception {
    for (var one : open) {
      one.close();
    }
  }

  private ChatClient visitor() {
    var client = ChatClient.open(gateway.port(), "pl");
    open.add(client);
    till(client::isReady);
    return client;
  }

  private ChatClient consenting() {
    var client = visitor();
    var id = client.consent();
    till(() -> client.acks().containsKey(id));
    return client;
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static void tillHeard(ChatClient client, String words) {
    till(() -> client.allTexts().anyMatch(t -> t.contains(words)));
  }

  private static HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(gateway.base() + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return ChatClient.HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String refusal(ChatClient client) {
    return client.lastOf("refused").map(f -> f.path("reason").asString()).orElse("");
  }

  // the look

  @Test
  void tellsThePageWhatTheCompanyOffers() {
    var welcome = visitor().lastOf("welcome").orElseThrow();
    assertThat(welcome.path("brand").asString()).isEqualTo("Polanka");
    assertThat(welcome.path("hasLogo").asBoolean()).isTrue();
    assertThat(welcome.path("suggestions").valueStream().map(s -> s.path("id").asString()))
        .containsExactly(
            "order-status", "delivery-time", "delivery-cost", "return", "complaint", "person");
    assertThat(welcome.path("suggestions").path(2).path("label").path("pl").asString())
        .isEqualTo(COST);
    assertThat(welcome.path("privacy").path("text").path("en").asString()).startsWith("We keep");
    assertThat(welcome.path("privacy").path("link").asString()).startsWith("https://");
    assertThat(welcome.path("consent").path("text").path("pl").asString()).isEqualTo(CONSENT);
  }

  @ParameterizedTest
  @CsvSource({
    "/chat/theme.css, text/css, --accent: #2d6a1e",
    "/widget.js, text/javascript, \"accent\":\"#2d6a1e\"",
    "/chat/logo, image/svg+xml, <svg",
  })
  void servesTheLookAndLetsItBeKept(String path, String type, String content) {
    var first = get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "Content-Type")).startsWith(type);
    assertThat(first.body()).contains(content);
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(get(path, "If-None-Match", header(first, "ETag")).statusCode()).isEqualTo(304);
  }

  @Test
  void shutsTheLogoInAndPacksTheWidget() {
    assertThat(header(get("/chat/logo"), "Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .endsWith("sandbox");
    assertThat(header(get("/widget.js", "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEqualTo("gzip");
    assertThat(get("/chat/").body()).contains("/chat/theme.css");
  }

  /** Whoever reads the stored set later, on another gateway, shows the same logo. */
  @Test
  void keepsTheLookWithTheStoredSet() {
    var commands = TestRedis.redis().commands();
    var hash = commands.get(RedisKeys.ACTIVE_FLOWS).block(Duration.ofSeconds(5));
    var json = commands.get(RedisKeys.flowSet(hash)).block(Duration.ofSeconds(5));
    Map<String, String> sources =
        JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {});
    assertThat(new FlowReader().read(sources))
        .isInstanceOfSatisfying(
            Reading.Good.class,
            good -> {
              assertThat(good.set().hash()).isEqualTo(hash);
              var logo = good.set().company().look().logo().orElseThrow();
              assertThat(new String(logo.bytes(), StandardCharsets.UTF_8))
                  .isEqualTo(get("/chat/logo").body());
            });
  }

  // consent

  @Test
  void takesNothingBeforeWhatMustBeAcceptedIs() {
    var customer = visitor();
    var refused = customer.say("ile kosztuje dostawa");
    till(() -> customer.isSettled(refused));
    assertThat(refusal(customer)).isEqualTo("consent");
    assertThat(customer.lastOf("refused").orElseThrow().has("retryAfter")).isFalse();
    var switched = customer.speak("en");
    till(() -> customer.isSettled(switched));
    assertThat(customer.acks()).isEmpty();
    assertThat(customer.entries()).isEmpty();

    customer.consent();
    customer.say("ile kosztuje dostawa");
    tillHeard(customer, "14,99");
    assertThat(customer.texts("customer")).containsExactly("ile kosztuje dostawa");
  }

  @Test
  void keepsWhatWasAcceptedForTheAgentsAlone() {
    var customer = consenting();
    customer.say("ile kosztuje dostawa");
    tillHeard(customer, "14,99");
    var notice = agent.conversation(customer.conversation()).path("entries").path(0).path("notice");
    assertThat(notice.path("code").asString()).isEqualTo("consented");
    assertThat(notice.path("text").asString()).isEqualTo(CONSENT);
    assertThat(notice.path("language").asString()).isEqualTo("pl");
    assertThat(customer.frames("entry").toString()).doesNotContain(CONSENT);
    assertThat(customer.gaps()).isZero();
  }

  @Test
  void leavesThreadsThatExistAlone() {
    var customer = visitor();
    var lost = LostPublish.listeningTo(TestRedis.redis(), PARTITIONS);
    consenting();
    lost.commit(thread(customer), flows(), said(customer, "old-1", Instant.now(), "Hej"));
    var id = customer.say("ile kosztuje dostawa");
    till(() -> customer.acks().containsKey(id));
    assertThat(customer.frames("refused")).isEmpty();
  }

  private static dev.sayonce.conversation.Contact contact(ChatClient customer) {
    return new dev.sayonce.conversation.Contact("web", dev.sayonce.Sha256.hex(customer.token()));
  }

  private static ThreadId thread(ChatClient customer) {
    return ThreadId.of(contact(customer), PARTITIONS);
  }

  private static Event said(ChatClient customer, String id, Instant at, String words) {
    return new Event.CustomerSaid(id, at, contact(customer), Optional.empty(), words);
  }

  private static FlowSet flows() {
    return switch (new FlowReader().read(FLOWS)) {
      case Reading.Good(var set, _) -> set;
      case Reading.Bad bad -> throw new AssertionError(bad);
    };
  }

  // suggestions

  @Test
  void answersAPressedSuggestion() {
    var customer = consenting();
    customer.suggest("delivery-cost", COST);
    tillHeard(customer, "14,99");
    assertThat(customer.texts("customer")).containsExactly(COST);
    assertThat(agent.conversation(customer.conversation()).path("entries").toString())
        .contains("\"matched\"")
        .contains("\"id\":\"answer:delivery-cost\"", "\"sure\":1.0");
  }

  @Test
  void readsASuggestionItDoesNotKnowAsWords() {
    var customer = consenting();
    customer.suggest("winter-sale", "ile kosztuje dostawa");
    tillHeard(customer, "14,99");
    assertThat(customer.texts("customer")).containsExactly("ile kosztuje dostawa");
  }

  // the end

  @ParameterizedTest
  @ValueSource(strings = {"bot", "asking", "queued", "open"})
  void endsTheTalkWhoeverHasIt(String mode) {
    var customer = consenting();
    reach(customer, mode);
    var id = customer.conversation();
    var ended = customer.end();
    till(() -> customer.acks().containsKey(ended));
    till(() -> customer.status().equals("resolved"));
    tillHeard(customer, "Rozmowa zakończona");
    assertThat(customer.texts("system").getLast()).startsWith("Rozmowa zakończona");

    var seen = agent.conversation(id);
    assertThat(seen.path("summary").path("status").asString()).isEqualTo("resolved");
    assertThat(seen.path("entries").toString()).contains("\"ended\"");
    assertThat(agent.get("/desk").body().path("waiting").toString()).doesNotContain(id);
    assertThat(agent.get("/desk").body().path("mine").toString()).doesNotContain(id);
    assertThat(agent.write(id, "reply", "Halo").status()).isEqualTo(409);
    assertThat(lastEndInTheJournal(id))
        .contains("\"event\":\"CustomerEnded\"")
        .contains("\"to\":\"RESOLVED\"")
        .contains("\"late\":false");

    customer.say("ile kosztuje dostawa");
    till(() -> !customer.status().equals("resolved"));
    assertThat(customer.conversation()).isEqualTo(id);
  }

  private void reach(ChatClient customer, String mode) {
    switch (mode) {
      case "bot" -> {
        customer.suggest("delivery-cost", COST);
        tillHeard(customer, "14,99");
      }
      case "asking" -> {
        customer.say("chcę zwrócić towar");
        tillHeard(customer, "Jaki jest numer");
      }
      case String other -> {
        wait(customer);
        if (other.equals("open")) {
          agent.act(customer.conversation(), "claim");
          till(() -> customer.status().equals("open"));
        }
      }
    }
  }

  private static void wait(ChatClient customer) {
    customer.say("konsultant");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(customer.entries().getLast(), "payment");
    till(() -> customer.status().equals("queued"));
  }

  private static String lastEndInTheJournal(String conversation) {
    var partition = new ConversationId(conversation).thread().partition();
    return Objects.requireNonNull(
        TestRedis.redis()
            .commands()
            .xrevrange(RedisKeys.journal(partition), io.lettuce.core.Range.<String>unbounded())
            .map(line -> line.getBody().get("turn"))
            .filter(line -> line.contains(conversation) && line.contains("CustomerEnded"))
            .blockFirst(Duration.ofSeconds(5)));
  }

  @Test
  void endsNothingTwiceAndNothingThatNeverBegan() {
    var customer = visitor();
    var early = customer.end();
    till(() -> customer.isSettled(early));
    assertThat(refusal(customer)).isEqualTo("passed");

    customer.consent();
    customer.suggest("delivery-cost", COST);
    tillHeard(customer, "14,99");
    var first = customer.end();
    var second = customer.end();
    till(() -> customer.acks().containsKey(first) && customer.acks().containsKey(second));
    assertThat(customer.texts("system")).hasSize(1);
  }

  // reading back

  /** Two cases: an old one of sixty lines and what is said today. */
  private ChatClient withAPast() {
    var customer = visitor();
    var lost = LostPublish.listeningTo(TestRedis.redis(), PARTITIONS);
    consenting();
    var longAgo = Instant.now().minus(Duration.ofDays(30));
    var thread = thread(customer);
    var flows = flows();
    for (int i = 1; i <= 60; i++) {
      var at = longAgo.plusSeconds(i);
      lost.commit(thread, flows, said(customer, "old-" + i, at, "dawno temu " + i));
    }
    var old =
        new Event.CustomerEnded(
            "old-end", longAgo.plusSeconds(99), contact(customer), Optional.empty());
    lost.commit(thread, flows, old);
    customer.suggest("delivery-cost", COST);
    tillHeard(customer, "14,99");
    agent.write(customer.conversation(), "note", "SECRET between colleagues");
    return customer;
  }

  @Test
  void goesBackOverAllCasesAndShowsNothingPrivate() {
    var customer = withAPast();
    var now = customer.conversation();
    var seen = new ArrayList<String>();
    var conversation = now;
    int before = 1 + customer.entries().getLast().path("n").asInt();
    boolean more = true;
    for (int page = 0; more; page++) {
      assertThat(page).isLessThan(5);
      var answer =
          customer.get("/chat/history?conversation=%s&before=%d".formatted(conversation, before));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body()).doesNotContain("SECRET", "handed-off", "matched", "notice");
      var entries = json(answer).path("entries");
      more = json(answer).path("more").asBoolean();
      assertThat(entries.size()).isEqualTo(more ? 50 : entries.size());
      assertThat(entries.valueStream().map(e -> e.path("type").asString())).containsOnly("entry");
      seen.addAll(0, entries.valueStream().map(e -> e.path("text").asString()).toList());
      conversation = entries.path(0).path("conversation").asString();
      before = entries.path(0).path("n").asInt();
    }
    assertThat(conversation).isNotEqualTo(now);
    assertThat(seen.stream().filter(t -> t.startsWith("dawno temu")))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 60).mapToObj(i -> "dawno temu " + i).toList());
    assertThat(seen.subList(seen.size() - 2, seen.size())).first().isEqualTo(COST);

    var nothing = customer.get("/chat/history?conversation=%s&before=1".formatted(conversation));
    assertThat(nothing.body()).isEqualTo("{\"entries\":[],\"more\":false}");
  }

  @Test
  void writesTheTalkDown() {
    var customer = withAPast();
    var answer = customer.get("/chat/talk?language=pl&zone=Europe/Warsaw");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("attachment;")
        .containsPattern("Polanka( |=20|_|%20)\\d{4}-\\d{2}-\\d{2}\\.txt");
    assertThat(answer.body())
        .startsWith("Polanka – zapis rozmowy\n")
        .contains("(Europe/Warsaw)", "Ty: dawno temu 1\n", "Ty: dawno temu 60\n")
        .contains("] * Rozmowa zakończona", "- - -", "Ty: " + COST, "Asystent: Kurier")
        .doesNotContain("SECRET", "consented");
    assertThat(customer.get("/chat/talk?language=ru&zone=Mars").body())
        .startsWith("Polanka: запись разговора")
        .contains("Вы: " + COST);
  }

  @Test
  void showsNobodyElsesThread() {
    var anna = withAPast();
    var eve = consenting();
    eve.say("hej");
    till(() -> !eve.entries().isEmpty());
    var foreign = eve.get("/chat/history?conversation=%s&before=99".formatted(anna.conversation()));
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(json(foreign).path("code").asString()).isEqualTo("not-found");
    assertThat(eve.get("/chat/talk").body()).doesNotContain("dawno", "14,99").contains("hej");

    var stranger = "A".repeat(43);
    var path = "/chat/history?conversation=%s&before=99".formatted(anna.conversation());
    assertThat(anna.get(path, stranger).statusCode()).isEqualTo(404);
    assertThat(anna.get("/chat/talk", stranger).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat/talk", "/chat/history?conversation=x&before=1"})
  void wantsASession(String path) {
    assertProblem(get(path), 401, "no-session");
    assertProblem(get(path, "Authorization", "Bearer no-token"), 401, "no-session");
    assertProblem(get(path, "Authorization", "Basic " + "A".repeat(43)), 401, "no-session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?conversation=x&before=1",
        "?before=3",
        "?conversation=%s&before=0",
        "?conversation=%s&before=-1",
        "?conversation=%s&before=99999999999"
      })
  void refusesWhatItDoesNotRead(String query) {
    var customer = consenting();
    var id = thread(customer) + ".aaaaaaaa";
    assertProblem(customer.get("/chat/history" + query.formatted(id)), 400, "malformed");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type").toLowerCase(Locale.ROOT))
        .startsWith("application/problem+json");
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
  }

  @Test
  void endsWithTheSession() {
    var customer = consenting();
    customer.say("hej");
    till(() -> !customer.entries().isEmpty());
    TestRedis.redis()
        .commands()
        .set(RedisKeys.revoked(thread(customer)), "1")
        .block(Duration.ofSeconds(5));
    assertProblem(customer.get("/chat/talk"), 401, "revoked");
    var path = "/chat/history?conversation=%s&before=9".formatted(customer.conversation());
    assertProblem(customer.get(path), 401, "revoked");
  }

  @Test
  void asksAHastyReaderToWait() {
    var customer = consenting();
    customer.say("hej");
    till(() -> !customer.entries().isEmpty());
    var answers = IntStream.range(0, 5).mapToObj(_ -> customer.get("/chat/talk")).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 429);
    var refused = answers.getLast();
    assertProblem(refused, 429, "too-fast");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 10);
  }
}
