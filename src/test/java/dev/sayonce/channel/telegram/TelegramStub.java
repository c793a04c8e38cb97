package dev.sayonce.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Telegram as far as a bot sees it: keeps updates till they are confirmed, notes what it is sent,
 * and misbehaves as a test says.
 */
public final class TelegramStub implements AutoCloseable {

  public static final String TOKEN = "123456789:AAtest-token_of-the-tests-0000000000";
  public static final String NAME = "polanka_test_bot";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int IDLE_POLL_MILLIS = 150;

  private final WireMockServer server;
  private final TreeMap<Long, JsonNode> pending = new TreeMap<>();
  private final AtomicLong updates = new AtomicLong(1000);
  private final AtomicInteger messages = new AtomicInteger(100);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Misdeed> polls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Function<Call, Optional<Misdeed>> onCall = _ -> Optional.empty();
  private volatile JsonNode webhook = JSON.readTree("{\"url\":\"\"}");
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<Long, JsonNode> said = new ConcurrentHashMap<>();

  /** A call of a method other than getUpdates, in the order of their coming. */
  public record Call(String method, JsonNode body, long at, boolean accepted) {

    public String chat() {
      return isForm() ? field("chat_id") : body.path("chat_id").asString("");
    }

    /** What stands in the form that a file is sent with. */
    public String form() {
      return body.path("multipart").asString("");
    }

    /** A field of that form. */
    public String field(String name) {
      return TelegramStub.field(form(), name);
    }

    private boolean isForm() {
      return body.has("multipart");
    }

    public String text() {
      return body.path("text").asString("");
    }
  }

  /** What a call meets instead of its answer; {@code accepted} if it was done all the same. */
  public record Misdeed(ResponseDefinitionBuilder answer, boolean accepted) {

    public static Misdeed tooMany(int retryAfter) {
      return refusal(
          429,
          "Too Many Requests: retry after " + retryAfter,
          ",\"parameters\":{\"retry_after\":" + retryAfter + "}");
    }

    public static Misdeed refused(int code, String why) {
      return refusal(code, why, "");
    }

    private static Misdeed refusal(int code, String why, String more) {
      var body =
          "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}".formatted(code, why, more);
      return new Misdeed(json(code, body), false);
    }

    public static Misdeed broken(int code) {
      return new Misdeed(
          new ResponseDefinitionBuilder().withStatus(code).withBody("<html>Bad Gateway</html>"),
          false);
    }

    /** The connection ends; the call was done or not. */
    public static Misdeed reset(boolean accepted) {
      return new Misdeed(
          new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER), accepted);
    }

    public static Misdeed halfAnAnswer(boolean accepted) {
      return new Misdeed(
          new ResponseDefinitionBuilder().withFault(Fault.MALFORMED_RESPONSE_CHUNK), accepted);
    }

    public static Misdeed garbage(boolean accepted) {
      return new Misdeed(
          new ResponseDefinitionBuilder().withStatus(200).withBody("{\"ok\":tru"), accepted);
    }

    public static Misdeed slow(int millis, boolean accepted) {
      return new Misdeed(
          json(200, "{\"ok\":true,\"result\":{\"message_id\":1}}").withFixedDelay(millis),
          accepted);
    }
  }

  public TelegramStub() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .containerThreads(64)
                .extensions(new Answering())
                .maxRequestJournalEntries(10));
    server.start();
    server.stubFor(any(anyUrl()));
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The settings of a gateway that talks to this Telegram. */
  public String[] settings(String... more) {
    var all =
        new ArrayList<>(
            List.of("--sayonce.telegram.token=" + TOKEN, "--sayonce.telegram.api-url=" + url()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private final class Answering implements ResponseDefinitionTransformerV2 {

    @Override
    public String getName() {
      return "telegram";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      var request = event.getRequest();
      var path = request.getUrl();
      if (path.startsWith("/file/bot" + TOKEN + "/")) {
        return file(path.substring(("/file/bot" + TOKEN + "/").length())).build();
      }
      if (!path.startsWith("/bot" + TOKEN + "/")) {
        return json(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}")
            .build();
      }
      var method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      return answer(method, body(request.getBodyAsString(), method)).build();
    }
  }

  private static JsonNode body(String text, String method) {
    try {
      return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    } catch (RuntimeException _) {
      return JSON.createObjectNode().put("multipart", text).put("method", method);
    }
  }

  private ResponseDefinitionBuilder answer(String method, JsonNode body) {
    if (method.equals("getupdates")) {
      return getUpdates(body);
    }
    var call = new Call(method, body, System.nanoTime(), true);
    var misdeed = onCall.apply(call);
    boolean accepted = misdeed.map(Misdeed::accepted).orElse(true);
    calls.add(new Call(method, body, call.at(), accepted));
    return misdeed.map(Misdeed::answer).orElseGet(() -> done(method, body));
  }

  private ResponseDefinitionBuilder done(String method, JsonNode body) {
    return switch (method) {
      case "getme" ->
          ok(
              "{\"id\":123456789,\"is_bot\":true,\"first_name\":\"Polanka\",\"username\":\""
                  + NAME
                  + "\"}");
      case "getwebhookinfo" -> ok(webhook.toString());
      case "setwebhook" -> {
        webhook = webhookOf(body);
        yield ok("true");
      }
      case "deletewebhook" -> {
        webhook = JSON.readTree("{\"url\":\"\"}");
        yield ok("true");
      }
      case "getfile" -> fileOf(body.path("file_id").asString());
      case "sendmessage", "senddocument", "sendphoto", "editmessagetext" ->
          ok(
              "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"},\"field_of_tomorrow\":{\"x\":[1]}}"
                  .formatted(messages.incrementAndGet()));
      default -> ok("true");
    };
  }

  /** The library sends it as a form. */
  private static JsonNode webhookOf(JsonNode body) {
    var form = body.path("multipart").asString("");
    return JSON.createObjectNode()
        .put("url", field(form, "url"))
        .put("secret", field(form, "secret_token"));
  }

  /** After the part's headers an empty line, then the value. */
  private static String field(String form, String name) {
    int at = form.indexOf("name=\"" + name + "\"");
    int from = at < 0 ? -1 : form.indexOf("\r\n\r\n", at);
    return from < 0 ? "" : form.substring(from + 4, form.indexOf("\r\n", from + 4));
  }

  private ResponseDefinitionBuilder fileOf(String id) {
    byte[] content = files.get(id);
    return content == null
        ? json(
            400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: wrong file_id\"}")
        : ok(
            "{\"file_id\":\"%s\",\"file_unique_id\":\"u\",\"file_size\":%d,\"file_path\":\"files/%s\"}"
                .formatted(id, content.length, id));
  }

  private ResponseDefinitionBuilder file(String path) {
    byte[] content = files.get(path.substring(path.lastIndexOf('/') + 1));
    return content == null
        ? new ResponseDefinitionBuilder().withStatus(404)
        : new ResponseDefinitionBuilder().withStatus(200).withBody(content);
  }

  private ResponseDefinitionBuilder getUpdates(JsonNode body) {
    asked.incrementAndGet();
    var misdeed = polls.poll();
    if (misdeed != null) {
      return misdeed.answer();
    }
    synchronized (pending) {
      long offset = body.path("offset").asLong(0);
      pending.headMap(offset).clear();
      var batch = pending.values().stream().limit(body.path("limit").asInt(100)).toList();
      var answer = ok(JSON.valueToTree(batch).toString());
      return batch.isEmpty() ? answer.withFixedDelay(IDLE_POLL_MILLIS) : answer;
    }
  }

  private static ResponseDefinitionBuilder ok(String result) {
    return json(200, "{\"ok\":true,\"result\":" + result + "}");
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  // what customers do

  /** An update as Telegram would send it; its number is put in. */
  public long update(String json) {
    var update = (ObjectNode) JSON.readTree(json);
    long id = updates.incrementAndGet();
    update.put("update_id", id);
    said.put(id, update.path("message"));
    synchronized (pending) {
      pending.put(id, update);
    }
    return id;
  }

  /** An update that was there already comes again. */
  public void again(JsonNode update) {
    synchronized (pending) {
      pending.put(update.path("update_id").asLong(), update);
    }
  }

  public long say(long chat, String text) {
    return say(chat, text, "en");
  }

  public long say(long chat, String text, String language) {
    return update(
        "{\"message\":%s}"
            .formatted(message(chat, language, "\"text\":" + JSON.writeValueAsString(text))));
  }

  /** A private message with these fields besides the usual ones. */
  public String message(long chat, String language, String fields) {
    return """
        {"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Ada","language_code":"%s"},
         "chat":{"id":%d,"first_name":"Ada","type":"private"},"date":1790000000,%s}"""
        .formatted(messages.incrementAndGet(), chat, language, chat, fields);
  }

  /** The message that an update brought reads differently now. */
  public long edit(long update, String text) {
    var message = (ObjectNode) said.get(update).deepCopy();
    message.put("text", text).put("edit_date", 1_790_000_009);
    return update("{\"edited_message\":%s}".formatted(message));
  }

  /** Presses the button of that index under a message that was sent. */
  public long press(Call message, int index) {
    var data =
        message
            .body()
            .path("reply_markup")
            .path("inline_keyboard")
            .path(index)
            .path(0)
            .path("callback_data")
            .asString();
    long chat = Long.parseLong(message.chat());
    return update(
        """
        {"callback_query":{"id":"cb%d","from":{"id":%d,"is_bot":false,"first_name":"Ada","language_code":"en"},
         "message":%s,"chat_instance":"1","data":"%s"}}"""
            .formatted(updates.get(), chat, message(chat, "en", "\"text\":\"x\""), data));
  }

  public void keep(String fileId, byte[] content) {
    files.put(fileId, content);
  }

  // how it misbehaves

  /** What the next polls meet, one after another. */
  public void nextPolls(Misdeed... misdeeds) {
    polls.addAll(List.of(misdeeds));
  }

  public void onCall(Function<Call, Optional<Misdeed>> decide) {
    onCall = decide;
  }

  public void behave() {
    onCall = _ -> Optional.empty();
    polls.clear();
  }

  // what a test looks at

  public List<Call> calls(String method) {
    return calls.stream().filter(c -> c.method().equals(method)).toList();
  }

  /** What the chat received as messages, in order. */
  public List<Call> received(long chat) {
    return calls("sendmessage").stream()
        .filter(c -> c.accepted() && c.chat().equals(Long.toString(chat)))
        .toList();
  }

  public List<String> texts(long chat) {
    return received(chat).stream().map(Call::text).toList();
  }

  /** How often updates were asked for. */
  public int polls() {
    return asked.get();
  }

  public int unconfirmed() {
    synchronized (pending) {
      return pending.size();
    }
  }

  public JsonNode webhook() {
    return webhook;
  }

  /** That Telegram shows when it brings an update. */
  public String secret() {
    return webhook.path("secret").asString("");
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
