package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent's console without the page: signs in, calls {@code src/docs/console-api.md}, keeps its
 * cookies when it goes to another gateway.
 */
final class AgentClient implements WebSocket.Listener, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, String> cookies = new HashMap<>();
  private final List<JsonNode> frames = new ArrayList<>();
  private final StringBuilder half = new StringBuilder();
  private int port;
  private WebSocket socket;

  /** What the gateway answered. */
  record Answer(int status, JsonNode body) {}

  AgentClient(int port) {
    this.port = port;
  }

  static AgentClient signedIn(int port, String login, String password) {
    var agent = new AgentClient(port);
    agent.get("/me");
    var answer = agent.post("/sign-in", Map.of("login", login, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("Not signed in: " + answer);
    }
    return agent;
  }

  /** Goes to another gateway, with the same cookies. */
  void moveTo(int other) {
    port = other;
  }

  Answer get(String path) {
    return call(request(path).GET());
  }

  Answer post(String path, Object body) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Something that an agent does with a conversation: {@code claim}, {@code resolve} … */
  Answer act(String conversation, String what) {
    return post(path(conversation) + "/" + what, Map.of("id", newId()));
  }

  /** {@code reply} or {@code note}. */
  Answer write(String conversation, String what, String text) {
    return post(path(conversation) + "/" + what, Map.of("id", newId(), "text", text));
  }

  /** What the gateway answered with a file. */
  record Content(int status, byte[] body) {}

  Content file(String conversation, String file) {
    try {
      var request = request(path(conversation) + "/files/" + file).GET().build();
      var response = ChatClient.HTTP.send(request, BodyHandlers.ofByteArray());
      return new Content(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Answer sendFile(String conversation, String id, String name, String type, byte[] content) {
    return call(
        sending(conversation, id, name, type, content)
            .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "")));
  }

  /** As a foreign page would try: it has no token. */
  Answer sendFileForged(String conversation, String id, byte[] content) {
    return call(sending(conversation, id, "a.pdf", "application/pdf", content));
  }

  private HttpRequest.Builder sending(
      String conversation, String id, String name, String type, byte[] content) {
    return request(path(conversation) + "/files")
        .header("Content-Type", type)
        .header("X-File-Name", name)
        .header("X-Client-Id", id)
        .POST(HttpRequest.BodyPublishers.ofByteArray(content));
  }

  JsonNode conversation(String conversation) {
    return get(path(conversation)).body();
  }

  private static String path(String conversation) {
    return "/conversations/" + conversation;
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/console/api%s".formatted(port, path)))
        .header("Cookie", cookieHeader());
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(c -> c.getKey() + "=" + c.getValue())
        .collect(Collectors.joining("; "));
  }

  private Answer call(HttpRequest.Builder request) {
    try {
      var response = ChatClient.HTTP.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("set-cookie").stream()
          .flatMap(header -> HttpCookie.parse(header).stream())
          .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
      var body = response.body().isEmpty() ? "null" : response.body();
      return new Answer(response.statusCode(), JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Sits down at the console: from now on the agent is online. */
  void openSocket() {
    socket =
        ChatClient.HTTP
            .newWebSocketBuilder()
            .header("Cookie", cookieHeader())
            .buildAsync(URI.create("ws://127.0.0.1:%d/console/socket".formatted(port)), this)
            .join();
  }

  void follow(String conversation) {
    socket
        .sendText(
            JSON.createObjectNode()
                .put("type", "open")
                .put("conversation", conversation)
                .put("after", 0)
                .toString(),
            true)
        .join();
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    half.append(data);
    if (last) {
      frames.add(JSON.readTree(half.toString()));
      half.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  synchronized List<JsonNode> frames(String type) {
    return frames.stream().filter(f -> f.path("type").asString().equals(type)).toList();
  }

  /** The words of all entries that came over the socket. */
  List<String> heard() {
    return frames("entry").stream().map(f -> f.path("entry").path("text").asString("")).toList();
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
