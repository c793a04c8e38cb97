package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.redis.Keyspace;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import io.lettuce.core.Range;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an agent has at hand besides one conversation: lists, counts, search, replies, warnings. */
class DeskIT {

  private static GatewayProcess gateway;
  private static AgentClient admin;
  private static AgentClient returns;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway = GatewayProcess.onTestRedis();
    admin = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
    returns = agent("rita", "Rita", "returns");
    admin.openSocket();
    returns.openSocket();
  }

  @AfterAll
  static void stop() {
    admin.close();
    returns.close();
    gateway.close();
  }

  @AfterEach
  void leave() throws Exception {
    for (var one : open) {
      one.close();
    }
  }

  static AgentClient agent(String login, String name, String team) {
    var form =
        Map.of(
            "login",
            login,
            "name",
            name,
            "role",
            "agent",
            "teams",
            List.of(team),
            "languages",
            List.of("en"));
    var created = admin.post("/agents", form);
    assertThat(created.status()).isEqualTo(201);
    return AgentClient.signedIn(gateway.port(), login, created.body().path("password").asString());
  }

  private ChatClient customer() {
    var client = ChatClient.open(gateway.port(), "en");
    open.add(client);
    return client;
  }

  /** In line of a team, with words of their own in the transcript. */
  private ChatClient waitingFor(String topic, String words) {
    var client = customer();
    client.say("agent");
    till(() -> client.entries().stream().anyMatch(e -> e.has("options")));
    client.choose(client.entries().getLast(), topic);
    till(() -> client.status().equals("queued"));
    client.say(words);
    till(() -> client.pending() == 0);
    return client;
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private static List<String> ids(JsonNode summaries) {
    return summaries.valueStream().map(s -> s.path("conversation").asString()).toList();
  }

  private static List<String> list(AgentClient agent, String kind) {
    return ids(agent.get("/lists/" + kind).body().path("summaries"));
  }

  @Test
  void pagesThroughWhatTheBotLeadsWhileMoreCome() {
    var told =
        IntStream.range(0, 55)
            .mapToObj(_ -> customer())
            .peek(c -> c.say("how much is delivery"))
            .toList();
    told.forEach(c -> till(() -> c.texts("bot").size() == 1));
    var all = told.stream().map(ChatClient::conversation).toList();

    var first = admin.get("/lists/bot").body();
    var late = customer();
    late.say("how much is delivery");
    till(() -> late.texts("bot").size() == 1);
    var cursor = first.path("next").asString();
    var second = admin.get("/lists/bot?before=" + cursor).body();

    var seen = new ArrayList<>(ids(first.path("summaries")));
    assertThat(seen).hasSize(50);
    assertThat(first.path("summaries").get(0).path("status").asString()).isEqualTo("bot");
    seen.addAll(ids(second.path("summaries")));
    assertThat(seen).doesNotHaveDuplicates().containsAll(all).doesNotContain(late.conversation());
    assertThat(second.has("next")).isFalse();
    assertThat(list(returns, "bot")).contains(late.conversation());
    assertThat(admin.get("/lists/bot?before=nonsense").status()).isEqualTo(400);
    assertThat(admin.get("/lists/mine").status()).isEqualTo(404);
  }

  @Test
  void listsOnlyWhatTheAgentMaySee() {
    var payment = waitingFor("payment", "My card was charged twice").conversation();
    var parcel = waitingFor("return", "The strap is torn").conversation();
    admin.act(payment, "claim");
    returns.act(parcel, "claim");

    assertThat(list(admin, "open")).contains(payment, parcel);
    assertThat(list(returns, "open")).contains(parcel).doesNotContain(payment);

    admin.act(payment, "resolve");
    returns.act(parcel, "resolve");
    assertThat(list(admin, "closed")).contains(payment, parcel);
    assertThat(list(returns, "closed")).contains(parcel).doesNotContain(payment);
    assertThat(list(admin, "open")).doesNotContain(payment, parcel);
  }

  @Test
  void countsWhatTheAgentMaySeeAndTellsEachChange() {
    var before = counts(admin);
    var foreign = counts(returns).path("waiting").asInt();

    var payment = waitingFor("payment", "Where is my invoice").conversation();

    var waiting = counts(admin);
    assertThat(waiting.path("waiting").asInt()).isEqualTo(before.path("waiting").asInt() + 1);
    assertThat(Instant.parse(waiting.path("longestWaitSince").asString())).isBefore(Instant.now());
    assertThat(counts(returns).path("waiting").asInt()).isEqualTo(foreign);
    till(() -> lastCounts(admin).equals(counts(admin)));

    admin.act(payment, "claim");
    var claimed = counts(admin);
    assertThat(claimed.path("waiting")).isEqualTo(before.path("waiting"));
    assertThat(claimed.path("mine").asInt()).isEqualTo(before.path("mine").asInt() + 1);
    assertThat(claimed.path("open").asInt()).isEqualTo(before.path("open").asInt() + 1);
    till(() -> lastCounts(admin).equals(claimed));
    admin.act(payment, "resolve");
    till(() -> lastCounts(admin).path("mine").equals(before.path("mine")));
  }

  private static JsonNode counts(AgentClient agent) {
    return agent.get("/desk").body().path("counts");
  }

  private static JsonNode lastCounts(AgentClient agent) {
    return agent.frames("counts").getLast().path("counts");
  }

  @Test
  void findsWordsNumbersAndOnlyWhatTheAgentMaySee() {
    var mark = "Zażółć" + UUID.randomUUID().toString().substring(0, 6);
    var payment = waitingFor("payment", "Invoice for " + mark + " please").conversation();
    var parcel = waitingFor("return", "The strap of " + mark + " is torn").conversation();
    admin.act(payment, "claim");
    admin.write(payment, "note", "a regular, likes " + mark.toUpperCase());

    var folded = mark.toUpperCase().replace("Ż", "Z").replace("Ó", "o").replace("ŁĆ", "lc");
    var hits = search(admin, folded).path("hits");

    assertThat(hitIds(hits)).containsExactly(payment, parcel);
    var newest = hits.get(0);
    assertThat(newest.path("where").asString()).isEqualTo("text");
    assertThat(newest.path("n").asInt()).isPositive();
    var snippet = newest.path("snippet").asString();
    assertThat(
            snippet.substring(
                newest.path("mark").path("from").asInt(), newest.path("mark").path("to").asInt()))
        .isEqualTo(mark.toUpperCase());
    assertThat(hitIds(search(returns, mark).path("hits"))).containsExactly(parcel);
    assertThat(search(admin, mark + "x").path("hits").size()).isZero();
    assertThat(search(admin, mark).has("next")).isFalse();
    assertThat(admin.get("/search?q=a").status()).isEqualTo(422);
  }

  @Test
  void findsAFactByItsNumberWithAnyBlanks() {
    var number = "ZX%06d".formatted(UUID.randomUUID().hashCode() & 0x7ffff);
    var client = customer();
    client.say("where is my parcel");
    till(() -> client.texts("bot").size() > 0);
    client.say(number);
    till(() -> client.status().equals("queued"));

    var typed =
        number.toLowerCase().substring(0, 2)
            + " "
            + number.substring(2, 5)
            + "-"
            + number.substring(5);
    var hit = search(admin, typed).path("hits").get(0);

    assertThat(hit.path("where").asString()).isEqualTo("number");
    assertThat(hit.path("snippet").asString()).isEqualTo(number);
    assertThat(hit.path("summary").path("conversation").asString())
        .isEqualTo(client.conversation());
  }

  private static JsonNode search(AgentClient agent, String words) {
    var answer = agent.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> hitIds(JsonNode hits) {
    return hits.valueStream().map(h -> h.path("summary").path("conversation").asString()).toList();
  }

  @Test
  void bringsTheCannedRepliesOfTheCompany() {
    var canned = returns.get("/canned").body();
    assertThat(canned.size()).isGreaterThan(8);
    assertThat(canned.get(0).path("title").path("pl").asString()).isEqualTo("Powitanie");
    assertThat(canned.valueStream().map(c -> c.path("text").path("ru").asString()))
        .allSatisfy(text -> assertThat(text).isNotBlank());
  }

  @Test
  void warnsBeforeAskingForWhatIsKnownAndCountsIt() {
    var client = customer();
    client.say("where is my parcel");
    till(() -> client.texts("bot").size() > 0);
    client.say("AB123456");
    till(() -> client.status().equals("queued"));
    var conversation = client.conversation();
    admin.act(conversation, "claim");

    var known = repeats(conversation, "Hi! What's your order number?");
    assertThat(known.size()).isEqualTo(1);
    assertThat(known.get(0).path("slot").asString()).isEqualTo("orderNumber");
    assertThat(known.get(0).path("title").path("pl").asString()).isEqualTo("Numer zamówienia");
    assertThat(known.get(0).path("value").asString()).isEqualTo("AB123456");
    assertThat(repeats(conversation, "Order AB123456 is on its way").size()).isZero();

    assertThat(admin.write(conversation, "reply", "What's your order number?").status())
        .isEqualTo(200);

    var entries = admin.conversation(conversation).path("entries").valueStream().toList();
    var notice = entries.getLast().path("notice");
    assertThat(notice.path("code").asString()).isEqualTo("asked-again");
    assertThat(notice.path("slot").asString()).isEqualTo("orderNumber");
    assertThat(notice.path("title").path("ru").asString()).isEqualTo("Номер заказа");
    assertThat(entries.getLast().path("private").asBoolean()).isTrue();
    till(() -> client.texts("agent").contains("What's your order number?"));
    assertThat(journal(conversation)).anyMatch(line -> line.contains("\"repeats\":1"));
    assertThat(notices(entries, "slot").getFirst().path("title").path("en").asString())
        .isEqualTo("Order number");
    assertThat(
            notices(entries, "matched")
                .getFirst()
                .path("intents")
                .get(0)
                .path("title")
                .path("en")
                .asString())
        .isEqualTo("Where is my order");
  }

  private static JsonNode repeats(String conversation, String text) {
    var answer = admin.post("/conversations/" + conversation + "/repeats", Map.of("text", text));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().path("known");
  }

  private static List<JsonNode> notices(List<JsonNode> entries, String code) {
    return entries.stream()
        .map(e -> e.path("notice"))
        .filter(n -> n.path("code").asString("").equals(code))
        .toList();
  }

  private static List<String> journal(String conversation) {
    try (var redis = new Keyspace()) {
      var partition = new ConversationId(conversation).thread().partition();
      return redis.commands().xrange(RedisKeys.journal(partition), Range.unbounded()).stream()
          .map(m -> m.getBody().get("turn"))
          .filter(line -> line.contains(conversation))
          .toList();
    }
  }

  @Test
  void keepsTheLanguageThatAnAgentChose() {
    assertThat(returns.get("/me").body().has("language")).isFalse();
    assertThat(returns.put("/me/language", Map.of("language", "ru")).status()).isEqualTo(204);
    assertThat(returns.get("/me").body().path("language").asString()).isEqualTo("ru");
    assertThat(returns.put("/me/language", Map.of("language", "xx")).status()).isEqualTo(422);
    assertThat(returns.get("/me").body().path("language").asString()).isEqualTo("ru");
  }

  @Test
  void showsWhatWasSaidWhereTheStateCannotBeRead() {
    var conversation = waitingFor("return", "Nobody can read my state").conversation();
    var id = new ConversationId(conversation);
    try (var redis = new Keyspace()) {
      redis.commands().hset(RedisKeys.thread(id.thread()), "state", "{\"format\":99}");
    }

    assertThat(ids(admin.get("/desk").body().path("waiting"))).contains(conversation);
    assertThat(ids(returns.get("/desk").body().path("waiting"))).doesNotContain(conversation);
    var opened = admin.get("/conversations/" + conversation);
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.body().path("summary").path("status").asString()).isEqualTo("unreadable");
    assertThat(opened.body().path("entries").toString()).contains("Nobody can read my state");
    assertThat(admin.write(conversation, "note", "hm").body().path("code").asString())
        .isEqualTo("unreadable");
    assertThat(returns.get("/conversations/" + conversation).status()).isEqualTo(403);
    assertThat(search(admin, "nobody can read").path("hits").size()).isZero();
    try (var redis = new Keyspace()) {
      redis.commands().del(RedisKeys.thread(id.thread()));
    }
  }
}
