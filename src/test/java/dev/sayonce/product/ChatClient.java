package dev.sayonce.product;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer's page without the page: speaks {@code src/docs/web-protocol.md} as a client should.
 * Keeps each message till it is settled, one under way at a time, and sends it again on the next
 * line; keeps the transcript by number and says hello again when something is missing.
 */
final class ChatClient implements WebSocket.Listener, AutoCloseable {

  /** For all clients of a JVM. */
  static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long PAUSE_MILLIS = 50;
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /** A message and what became of it. */
  record Ack(String id, String conversation, int n) {}

  private int port;
  private final String language;
  private final StringBuilder half = new StringBuilder();
  private final List<JsonNode> frames = new ArrayList<>();
  private final Map<String, JsonNode> pending = new LinkedHashMap<>();
  private final Map<String, Ack> acks = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> transcript = new LinkedHashMap<>();
  private Optional<String> token = Optional.empty();
  private Optional<String> identity = Optional.empty();
  private Optional<JsonNode> start = Optional.empty();
  private Optional<WebSocket> line = Optional.empty();
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private Optional<String> underWay = Optional.empty();
  private Consumer<Ack> onAck = _ -> {};
  private boolean welcomed;
  private boolean replaying;
  private boolean closed;
  private int connections;
  private int resends;
  private int gaps;

  private ChatClient(int port, String language) {
    this.port = port;
    this.language = language;
  }

  /** A new visitor. */
  static ChatClient open(int port, String language) {
    var client = new ChatClient(port, language);
    client.connect();
    return client;
  }

  /** A visitor for whom the page vouches with that token. */
  static ChatClient openVouchedFor(int port, Optional<String> token, String identity) {
    var client = new ChatClient(port, "en");
    client.token = token;
    client.identity = Optional.of(identity);
    client.connect();
    return client;
  }

  /** Another tab, or a reload, of the same visitor: it knows the token and nothing else. */
  static ChatClient openAs(int port, String language, String token) {
    var client = new ChatClient(port, language);
    client.token = Optional.of(token);
    client.connect();
    return client;
  }

  /** A page that has seen the conversation up to that number. */
  static ChatClient openAfter(int port, String token, String conversation, int n) {
    var client = new ChatClient(port, "en");
    client.token = Optional.of(token);
    client.start = Optional.of(frame("after").put("conversation", conversation).put("n", n));
    client.connect();
    return client;
  }

  static URI address(int port) {
    return URI.create("ws://127.0.0.1:%d/chat/socket".formatted(port));
  }

  private synchronized void connect() {
    if (closed) {
      return;
    }
    HTTP.newWebSocketBuilder().buildAsync(address(port), this).whenComplete(this::connected);
  }

  private void connected(WebSocket socket, Throwable failure) {
    if (failure != null) {
      lost(Optional.empty());
    }
  }

  @Override
  public synchronized void onOpen(WebSocket socket) {
    if (closed) {
      socket.abort();
      return;
    }
    line = Optional.of(socket);
    sending = CompletableFuture.completedFuture(null);
    half.setLength(0);
    connections++;
    hello();
    socket.request(Long.MAX_VALUE);
  }

  private void hello() {
    var frame = frame("hello").put("language", language);
    token.ifPresent(t -> frame.put("token", t));
    identity.ifPresent(i -> frame.put("identity", i));
    last()
        .or(() -> start)
        .ifPresent(
            e ->
                frame
                    .putObject("after")
                    .put("conversation", e.path("conversation").asString())
                    .put("n", e.path("n").asInt()));
    replaying = true;
    transmit(frame);
  }

  private Optional<JsonNode> last() {
    return transcript.values().stream().reduce((_, b) -> b).map(List::getLast);
  }

  static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** Sends anything at all, once. */
  synchronized void sendRaw(String text) {
    var socket = line.orElseThrow(() -> new IllegalStateException("No line"));
    sending = sending.thenCompose(_ -> socket.sendText(text, true));
  }

  private void transmit(JsonNode frame) {
    if (line.isPresent()) {
      sendRaw(frame.toString());
    }
  }

  synchronized void sendRaw(JsonNode frame) {
    sendRaw(frame.toString());
  }

  /** Writes; returns the message's id. It is sent again till it is settled. */
  String say(String text) {
    return put(frame("say").put("id", newId()).put("text", text));
  }

  /** Presses a suggestion that says those words. */
  String suggest(String suggestion, String text) {
    return put(frame("say").put("id", newId()).put("text", text).put("suggestion", suggestion));
  }

  String consent() {
    return put(frame("consent").put("id", newId()));
  }

  String end() {
    return put(frame("end").put("id", newId()));
  }

  /** A request of the page with its session's token, beside the socket. */
  HttpResponse<String> get(String path) {
    return get(path, token());
  }

  HttpResponse<String> get(String path, String bearer) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .header("Authorization", "Bearer " + bearer)
            .build();
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }

  String choose(JsonNode entry, String option) {
    return put(
        frame("choose")
            .put("id", newId())
            .put("conversation", entry.path("conversation").asString())
            .put("entry", entry.path("n").asInt())
            .put("option", option));
  }

  String speak(String other) {
    return put(frame("language").put("id", newId()).put("language", other));
  }

  /** Tells that the customer is writing. */
  void type() {
    sendRaw(frame("typing"));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  private synchronized String put(JsonNode frame) {
    var id = frame.path("id").asString();
    pending.put(id, frame);
    pump();
    return id;
  }

  private void pump() {
    if (welcomed && underWay.isEmpty() && !pending.isEmpty()) {
      var next = pending.entrySet().iterator().next();
      underWay = Optional.of(next.getKey());
      transmit(next.getValue());
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
    Consumer<ChatClient> afterwards = _ -> {};
    synchronized (this) {
      half.append(data);
      if (isLast) {
        var frame = JSON.readTree(half.toString());
        half.setLength(0);
        frames.add(frame);
        afterwards = hear(frame);
      }
    }
    afterwards.accept(this);
    return CompletableFuture.completedFuture(null);
  }

  private Consumer<ChatClient> hear(JsonNode frame) {
    switch (frame.path("type").asString()) {
      case "welcome" -> {
        token = Optional.of(frame.path("token").asString());
        welcomed = true;
        resends += underWay.isPresent() ? 1 : 0;
        underWay = Optional.empty();
        pump();
      }
      case "entry" -> entryCame(frame);
      case "status" -> replaying = false;
      case "typing" -> {}
      case "ping" -> pinged(frame);
      case "refused" -> refused(frame);
      case "ack" -> {
        return acknowledged(frame);
      }
      default -> throw new AssertionError("No frame of the protocol: " + frame);
    }
    return _ -> {};
  }

  private void entryCame(JsonNode entry) {
    var of = entry.path("conversation").asString();
    var known = transcript.get(of);
    if (known == null && (replaying || entry.path("prev").asInt() == 0)) {
      transcript.put(of, new ArrayList<>(List.of(entry)));
    } else if (known == null) {
      missed();
    } else if (entry.path("prev").asInt() == known.getLast().path("n").asInt()) {
      known.add(entry);
    } else if (entry.path("n").asInt() > known.getLast().path("n").asInt()) {
      missed();
    }
  }

  private void pinged(JsonNode ping) {
    transmit(frame("pong"));
    var of = ping.path("conversation").asString("");
    var known = transcript.get(of);
    boolean behind =
        !of.isEmpty()
            && (known == null || known.getLast().path("n").asInt() < ping.path("n").asInt());
    if (behind) {
      missed();
    }
  }

  private void missed() {
    gaps++;
    if (!replaying) {
      hello();
    }
  }

  private void refused(JsonNode frame) {
    var id = frame.path("id").asString("");
    if (pending.containsKey(id) && frame.has("retryAfter")) {
      resends++;
      CLOCK.schedule(() -> again(id), frame.path("retryAfter").asLong(), TimeUnit.MILLISECONDS);
    } else if (pending.remove(id) != null) {
      underWay = Optional.empty();
      pump();
    }
  }

  private synchronized void again(String id) {
    if (underWay.filter(id::equals).isPresent()) {
      underWay = Optional.empty();
      pump();
    }
  }

  private Consumer<ChatClient> acknowledged(JsonNode frame) {
    var ack =
        new Ack(
            frame.path("id").asString(),
            frame.path("conversation").asString(),
            frame.path("n").asInt());
    var before = acks.putIfAbsent(ack.id(), ack);
    if (before != null && !before.equals(ack)) {
      throw new AssertionError("%s was acknowledged as %s before".formatted(ack, before));
    }
    pending.remove(ack.id());
    if (underWay.filter(ack.id()::equals).isPresent()) {
      underWay = Optional.empty();
      pump();
    }
    var told = onAck;
    return before == null ? _ -> told.accept(ack) : _ -> {};
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    lost(Optional.of(socket));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    socket.abort();
    lost(Optional.of(socket));
  }

  private synchronized void lost(Optional<WebSocket> socket) {
    if (closed || (socket.isPresent() && !socket.equals(line))) {
      return;
    }
    line = Optional.empty();
    welcomed = false;
    CLOCK.schedule(this::connect, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Its next lines go to another gateway. */
  synchronized void moveTo(int other) {
    port = other;
  }

  /** Drops the line; the client is back by itself. */
  synchronized void drop() {
    line.ifPresent(WebSocket::abort);
    lost(line);
  }

  /** What to do after each first acknowledgement. */
  synchronized void onAck(Consumer<Ack> told) {
    onAck = told;
  }

  synchronized boolean isReady() {
    return welcomed && !replaying;
  }

  synchronized String token() {
    return token.orElseThrow();
  }

  synchronized boolean isSettled(String id) {
    return !pending.containsKey(id);
  }

  synchronized int pending() {
    return pending.size();
  }

  synchronized Map<String, Ack> acks() {
    return new LinkedHashMap<>(acks);
  }

  synchronized int connections() {
    return connections;
  }

  /** How often a message was sent again. */
  synchronized int resends() {
    return resends;
  }

  /** How often the client saw that something was missing. */
  synchronized int gaps() {
    return gaps;
  }

  /** Everything received, in order. */
  synchronized List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  synchronized List<JsonNode> frames(String type) {
    return frames.stream().filter(f -> f.path("type").asString().equals(type)).toList();
  }

  synchronized Optional<JsonNode> lastOf(String type) {
    return frames(type).stream().reduce((_, b) -> b);
  }

  /** The page's transcript, over all its conversations. */
  synchronized List<JsonNode> entries() {
    return transcript.values().stream().flatMap(List::stream).toList();
  }

  /** The words of all entries by that one. */
  List<String> texts(String from) {
    return entries().stream()
        .filter(e -> e.path("from").asString().equals(from))
        .map(e -> e.path("text").asString())
        .toList();
  }

  Stream<String> allTexts() {
    return entries().stream().map(e -> e.path("text").asString());
  }

  /** The conversation that it is in. */
  String conversation() {
    return entries().getLast().path("conversation").asString();
  }

  String status() {
    return lastOf("status").map(s -> s.path("status").asString()).orElse("");
  }

  @Override
  public synchronized void close() {
    closed = true;
    line.ifPresent(WebSocket::abort);
  }
}
