package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sayonce.channel.telegram.Reply.NotSent;
import dev.sayonce.channel.telegram.Reply.Ok;
import dev.sayonce.channel.telegram.Reply.Refused;
import dev.sayonce.channel.telegram.Reply.Unknown;
import dev.sayonce.tracing.Step;
import dev.sayonce.tracing.Tracing;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import reactor.core.publisher.Mono;

/**
 * Calls Telegram and says what came of it. Nothing waits, nothing is repeated here, and the token,
 * which stands in every address, is told to nobody.
 */
final class Telegram implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofSeconds(50);
  private static final Duration SLACK = Duration.ofSeconds(10);

  /** A large file on a slow line must not look like an answer that never came. */
  private static final Duration WITH_FILE = Duration.ofMinutes(2);

  /** Lenient: Telegram adds fields as it likes. */
  static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final OkHttpClient http;
  private final OkHttpTelegramClient calls;
  private final OkHttpTelegramClient polls;
  private final OkHttpTelegramClient uploads;
  private final Tracing tracing;
  private final String token;

  Telegram(TelegramProperties properties, Tracing tracing) {
    this.tracing = tracing;
    token = properties.token();
    http = http(properties.answerWithin());
    var url = url(properties);
    calls = new OkHttpTelegramClient(JSON, http, token, url);
    polls = new OkHttpTelegramClient(JSON, patient(properties.poll().plus(SLACK)), token, url);
    uploads = new OkHttpTelegramClient(JSON, patient(WITH_FILE), token, url);
  }

  private static OkHttpClient http(Duration within) {
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MOST_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(MOST_AT_ONCE, KEPT.toSeconds(), TimeUnit.SECONDS))
        .connectTimeout(CONNECT)
        .callTimeout(within)
        .readTimeout(within)
        .followRedirects(false)
        // repeated by itself a message would go out twice and nobody would know
        .retryOnConnectionFailure(false)
        .build();
  }

  private OkHttpClient patient(Duration within) {
    return http.newBuilder().callTimeout(within).readTimeout(within).build();
  }

  private static TelegramUrl url(TelegramProperties properties) {
    var api = properties.apiUrl();
    var schema = api.getScheme();
    int port = api.getPort() > 0 ? api.getPort() : schema.equals("http") ? 80 : 443;
    return TelegramUrl.builder().schema(schema).host(api.getHost()).port(port).build();
  }

  /** Calls a method; never fails. */
  Mono<Reply> call(BotApiMethod<?> method) {
    return tracing.partOf(step(method.getMethod()), call(calls, method));
  }

  /** The method alone: the address holds the token, and what is sent holds people's words. */
  private static Step<Reply> step(String method) {
    return Step.<Reply>of("telegram " + method)
        .with("server.address", "telegram")
        .learn(reply -> Map.of("outcome", reply.getClass().getSimpleName()))
        .elsewhere();
  }

  /** Asks for updates, which Telegram may answer late. */
  Mono<Reply> poll(GetUpdates method) {
    return call(polls, method);
  }

  private Mono<Reply> call(OkHttpTelegramClient client, BotApiMethod<?> method) {
    return answered(() -> client.executeAsync(new Raw(method))).map(this::read);
  }

  /** Does something by the library's own means, as with files; never fails. */
  <T extends Serializable> Mono<Reply> send(Sending<T> sending) {
    return tracing.partOf(
        step("file"),
        answered(() -> sending.by(uploads))
            .map(t -> t instanceof Told(var reply) ? reply : new Ok(JSON.valueToTree(t))));
  }

  /** A call that is more than a method with plain fields. */
  interface Sending<T extends Serializable> {
    CompletableFuture<T> by(OkHttpTelegramClient client) throws TelegramApiException;
  }

  /** A failure among answers. */
  private record Told(Reply reply) implements Serializable {}

  private <T extends Serializable> Mono<Serializable> answered(Calling<T> calling) {
    return Mono.defer(() -> Mono.<Serializable>fromFuture(begin(calling)))
        .onErrorResume(e -> Mono.just(new Told(failure(e))));
  }

  private interface Calling<T extends Serializable> {
    CompletableFuture<T> begin() throws TelegramApiException;
  }

  private static <T extends Serializable> CompletableFuture<Serializable> begin(
      Calling<T> calling) {
    try {
      return calling.begin().thenApply(t -> t);
    } catch (TelegramApiException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Reply read(Serializable answer) {
    if (answer instanceof Told(var reply)) {
      return reply;
    }
    try {
      var json = JSON.readTree(String.valueOf(answer));
      return json.path("ok").asBoolean() && json.has("result")
          ? new Ok(json.path("result"))
          : refused(json);
    } catch (JsonProcessingException _) {
      return new Unknown("an answer that is no JSON");
    }
  }

  /** Their own trouble says nothing about what became of the call. */
  private Reply refused(JsonNode json) {
    int code = json.path("error_code").asInt(0);
    var why = clean(json.path("description").asText(""));
    if (code < 300 || code >= 500) {
      return new Unknown("code " + code + " " + why);
    }
    var seconds = json.path("parameters").path("retry_after");
    return new Refused(
        code,
        why,
        seconds.isNumber() ? Optional.of(Duration.ofSeconds(seconds.asLong())) : Optional.empty());
  }

  private Reply failure(Throwable thrown) {
    var cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof TelegramApiRequestException e && e.getErrorCode() != null) {
      return told(e);
    }
    var what = cause.getClass().getSimpleName();
    return neverLeft(cause) ? new NotSent(what) : new Unknown(what);
  }

  private Reply told(TelegramApiRequestException e) {
    int code = e.getErrorCode();
    var parameters = e.getParameters();
    var wait = parameters == null ? null : parameters.getRetryAfter();
    var why = clean(String.valueOf(e.getApiResponse()));
    return code >= 500
        ? new Unknown("code " + code)
        : new Refused(code, why, Optional.ofNullable(wait).map(Duration::ofSeconds));
  }

  private static boolean neverLeft(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException
        || String.valueOf(cause.getMessage()).contains("failed to connect");
  }

  private String clean(String words) {
    return words.replace(token, "…");
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /**
   * A method whose answer is taken as it comes: one that the library can't read would look like a
   * failure of a call that succeeded, and would be made again.
   */
  private static final class Raw extends BotApiMethod<String> {

    private final PartialBotApiMethod<?> method;

    Raw(PartialBotApiMethod<?> method) {
      this.method = method;
    }

    @JsonValue
    PartialBotApiMethod<?> method() {
      return method;
    }

    @Override
    public String getMethod() {
      return method.getMethod();
    }

    @Override
    public void validate()
        throws org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException {
      method.validate();
    }

    @Override
    public String deserializeResponse(String answer) {
      return answer;
    }
  }
}
