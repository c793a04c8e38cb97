package dev.sayonce.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer's line to a running gateway, spoken as a page speaks it (src/docs/web-protocol.md).
 * Whatever does not come in time, or comes as a refusal, is an {@link Unanswered}.
 */
final class Visit implements WebSocket.Listener, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI gateway;
  private final Duration patience;
  private final HttpClient http;
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final List<JsonNode> heard = new ArrayList<>();
  private final StringBuilder half = new StringBuilder();
  private @Nullable WebSocket line;

  Visit(URI gateway, Duration patience) {
    this.gateway = gateway;
    this.patience = patience;
    this.http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  /** The gateway did not do what a customer waits for. */
  static final class Unanswered extends RuntimeException {
    Unanswered(String what) {
      super(what);
    }
  }

  /** What a page learns first. */
  JsonNode enter(String language) {
    var socket = gateway.resolve("/chat/socket").toString().replaceFirst("^http", "ws");
    try {
      line =
          http.newWebSocketBuilder()
              .connectTimeout(patience)
              .buildAsync(URI.create(socket), this)
              .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
              .join();
    } catch (CompletionException e) {
      throw new Unanswered("No chat at %s: %s".formatted(socket, e.getCause()));
    }
    send(frame("hello").put("language", language));
    return await("a welcome", f -> is(f, "welcome"));
  }

  /** Sends a message and waits till it is committed; the number it got in the conversation. */
  int commit(ObjectNode message) {
    var id = UUID.randomUUID().toString();
    send(message.put("id", id));
    return await("word that “%s” is kept".formatted(message.path("type").asString()), acks(id))
        .path("n")
        .asInt();
  }

  private static Predicate<JsonNode> acks(String id) {
    return f -> is(f, "ack") && f.path("id").asString().equals(id);
  }

  /** The bot's next line after that one. */
  String answerAfter(int n) {
    return await(
            "the bot's answer",
            f ->
                is(f, "entry")
                    && f.path("from").asString().equals("bot")
                    && f.path("n").asInt() > n)
        .path("text")
        .asString();
  }

  /** Erases everything that the visit left. */
  void erase(String token) {
    var request =
        HttpRequest.newBuilder(gateway.resolve("/chat/thread"))
            .header("Authorization", "Bearer " + token)
            .timeout(patience)
            .DELETE()
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new Unanswered("The talk could not be erased: HTTP " + status);
      }
    } catch (IOException e) {
      throw new Unanswered("The talk could not be erased: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("The visit was broken off.");
    }
  }

  static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static boolean is(JsonNode frame, String type) {
    return frame.path("type").asString().equals(type);
  }

  private void send(ObjectNode frame) {
    if (line != null) {
      line.sendText(frame.toString(), true);
    }
  }

  /** Answers may come before the word that what they answer is kept: nothing heard is let go. */
  private JsonNode await(String what, Predicate<JsonNode> wanted) {
    long until = System.nanoTime() + patience.toNanos();
    for (int i = 0; ; i++) {
      if (i == heard.size() && next(until - System.nanoTime()).map(heard::add).isEmpty()) {
        throw new Unanswered("%s did not come within %s s.".formatted(what, patience.toSeconds()));
      }
      var frame = heard.get(i);
      if (wanted.test(frame)) {
        return frame;
      }
      if (is(frame, "refused")) {
        throw new Unanswered("refused: " + frame.path("reason").asString());
      }
    }
  }

  private Optional<JsonNode> next(long nanos) {
    try {
      return Optional.ofNullable(frames.poll(nanos, TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    half.append(part);
    if (last) {
      frames.add(JSON.readTree(half.toString()));
      half.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public void close() {
    if (line != null) {
      line.abort();
    }
    http.shutdownNow();
  }
}
