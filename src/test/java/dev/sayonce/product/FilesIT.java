package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.attachment.SampleFiles;
import dev.sayonce.redis.TestRedis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files over real HTTP, both ways, as pages send and fetch them. */
class FilesIT {

  private static final Path FOLDER = GatewayProcess.newFolder("files-it-");
  private static final byte[] PHOTO = SampleFiles.picture("jpeg", 1200, 600);

  private static GatewayProcess gateway;
  private static AgentClient agent;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    TestRedis.flush();
    gateway =
        GatewayProcess.onTestRedis(
            "--sayonce.web.burst=1000",
            "--sayonce.files.folder=" + FOLDER,
            "--sayonce.files.largest=200KB",
            "--sayonce.files.per-hour.count=8");
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
    var visitor = ChatClient.open(gateway.port(), "en");
    open.add(visitor);
    till(visitor::isReady);
    return visitor;
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(condition::getAsBoolean);
  }

  private record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

    JsonNode json() {
      return JsonMapper.shared().readTree(bytes);
    }

    String code() {
      return json().path("code").asString();
    }

    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }
  }

  private static Answer call(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = ChatClient.HTTP.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer send(ChatClient visitor, String id, String name, String type, byte[] body) {
    return send(visitor, id, name, type, BodyPublishers.ofByteArray(body));
  }

  private static Answer send(
      ChatClient visitor, String id, String name, String type, BodyPublisher body) {
    return call(
        HttpRequest.newBuilder(URI.create(gateway.base() + "/chat/files"))
            .header("Authorization", "Bearer " + visitor.token())
            .header("Content-Type", type)
            .header("X-File-Name", encoded(name))
            .header("X-Client-Id", id)
            .header("X-Language", "en")
            .POST(body)
            .build());
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Answer fetch(ChatClient visitor, String path) {
    return call(
        HttpRequest.newBuilder(URI.create(gateway.base() + path))
            .header("Authorization", "Bearer " + visitor.token())
            .build());
  }

  private static JsonNode fileOf(ChatClient visitor) {
    till(() -> visitor.entries().stream().anyMatch(e -> e.has("file")));
    return visitor.entries().stream().filter(e -> e.has("file")).findFirst().orElseThrow();
  }

  private static String path(JsonNode entry) {
    return "/chat/files/%s/%s"
        .formatted(entry.path("conversation").asString(), entry.path("file").path("id").asString());
  }

  @Test
  void saysWhatItTakes() {
    var files = visitor().lastOf("welcome").orElseThrow().path("files");

    assertThat(files.path("largest").asLong()).isEqualTo(200 * 1024);
    assertThat(files.path("types").toString())
        .contains("image/jpeg", "application/pdf")
        .doesNotContain("html", "svg", "script");
  }

  @Test
  void aPhotoReachesTheTranscriptAndComesBack() {
    var anna = visitor();

    var sent = send(anna, "photo-0001", "mój paragon.jpg", "image/jpeg", PHOTO);

    assertThat(sent.status()).isEqualTo(201);
    var entry = fileOf(anna);
    assertThat(sent.json().path("id").asString()).isEqualTo("photo-0001");
    assertThat(sent.json().path("n").asInt()).isEqualTo(entry.path("n").asInt());
    assertThat(entry.path("id").asString()).isEqualTo("photo-0001");
    assertThat(entry.path("text").asString()).isEmpty();
    assertThat(entry.path("file").path("name").asString()).isEqualTo("mój paragon.jpg");
    assertThat(entry.path("file").path("width").asInt()).isEqualTo(1200);
    assertThat(entry.path("file").path("height").asInt()).isEqualTo(600);
    assertThat(entry.path("file").path("hasSmall").asBoolean()).isTrue();
    till(() -> anna.texts("bot").stream().anyMatch(t -> t.contains("can't look inside")));

    var back = fetch(anna, path(entry));
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.bytes()).isEqualTo(PHOTO);
    assertThat(back.header("content-type")).isEqualTo("image/jpeg");
    assertThat(back.header("content-disposition"))
        .startsWith("inline")
        .contains("filename*=UTF-8''m%C3%B3j%20paragon.jpg");
    assertThat(back.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(back.header("content-security-policy"))
        .isEqualTo("sandbox; default-src 'none'; frame-ancestors 'none'");
    assertThat(back.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(back.header("cache-control")).contains("private").contains("no-cache");

    var small = fetch(anna, path(entry) + "?size=small");
    assertThat(small.status()).isEqualTo(200);
    assertThat(small.header("content-type")).isEqualTo("image/jpeg");
    assertThat(small.bytes()).hasSizeLessThan(PHOTO.length);
  }

  @Test
  void aDocumentIsOnlyEverSaved() {
    var anna = visitor();
    send(anna, "invoice-01", "invoice.pdf", "application/pdf", SampleFiles.pdf());
    var entry = fileOf(anna);

    var back = fetch(anna, path(entry));

    assertThat(back.header("content-disposition")).startsWith("attachment");
    assertThat(back.bytes()).isEqualTo(SampleFiles.pdf());
    assertThat(fetch(anna, path(entry) + "?size=small").status()).isEqualTo(404);
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    var anna = visitor();
    send(anna, "photo-0002", "a.jpg", "image/jpeg", PHOTO);
    var path = path(fileOf(anna));
    var tag = fetch(anna, path).header("etag");

    var again =
        call(
            HttpRequest.newBuilder(URI.create(gateway.base() + path))
                .header("Authorization", "Bearer " + anna.token())
                .header("If-None-Match", tag)
                .build());

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
  }

  @Test
  void aPlayerMayAskForAPart() {
    var anna = visitor();
    send(anna, "photo-0004", "a.jpg", "image/jpeg", PHOTO);
    var path = path(fileOf(anna));
    var whole = fetch(anna, path);

    var middle = part(anna, path, "bytes=100-199", whole.header("etag"));
    assertThat(middle.status()).isEqualTo(206);
    assertThat(middle.bytes()).isEqualTo(Arrays.copyOfRange(PHOTO, 100, 200));
    assertThat(middle.header("content-range")).isEqualTo("bytes 100-199/" + PHOTO.length);
    assertThat(middle.header("content-disposition")).startsWith("inline");
    assertThat(whole.header("accept-ranges")).isEqualTo("bytes");
    assertThat(whole.header("content-length")).isEqualTo(Integer.toString(PHOTO.length));
    var end = part(anna, path, "bytes=-10", whole.header("etag"));
    assertThat(end.bytes()).isEqualTo(Arrays.copyOfRange(PHOTO, PHOTO.length - 10, PHOTO.length));
    var behind = part(anna, path, "bytes=" + PHOTO.length + "-", whole.header("etag"));
    assertThat(behind.status()).isEqualTo(416);
    assertThat(behind.header("content-range")).isEqualTo("bytes */" + PHOTO.length);
    var ofAnother = part(anna, path, "bytes=100-199", "\"another\"");
    assertThat(ofAnother.status()).isEqualTo(200);
    assertThat(ofAnother.bytes()).isEqualTo(PHOTO);
  }

  private static Answer part(ChatClient visitor, String path, String range, String tag) {
    return call(
        HttpRequest.newBuilder(URI.create(gateway.base() + path))
            .header("Authorization", "Bearer " + visitor.token())
            .header("Range", range)
            .header("If-Range", tag)
            .build());
  }

  @Test
  void nobodyElseSeesIt() {
    var anna = visitor();
    send(anna, "photo-0003", "a.jpg", "image/jpeg", PHOTO);
    var entry = fileOf(anna);
    var eve = visitor();
    send(eve, "photo-0003", "a.jpg", "image/jpeg", PHOTO);
    var hers = path(fileOf(eve));

    assertThat(fetch(eve, path(entry)).status()).isEqualTo(404);
    assertThat(
            call(HttpRequest.newBuilder(URI.create(gateway.base() + path(entry))).build()).status())
        .isEqualTo(404);
    assertThat(fetch(anna, "/chat/files/not-a-conversation/x").status()).isEqualTo(404);
    assertThat(fetch(anna, path(entry).replaceAll("[^/]+$", "..%2f..%2fhome")).status())
        .isIn(400, 404);
    assertThat(hers).isNotEqualTo(path(entry));
    assertThat(
            call(HttpRequest.newBuilder(
                        URI.create(
                            gateway.base()
                                + "/console/api/conversations/"
                                + path(entry)
                                    .substring("/chat/files/".length())
                                    .replace("/", "/files/")))
                    .build())
                .status())
        .isEqualTo(401);
  }

  @Test
  void refusesWhatIsNotTakenOrNotWhatItClaims() {
    var anna = visitor();
    var html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    var page = send(anna, "refused-01", "a.html", "text/html", html);
    assertThat(page.status()).isEqualTo(415);
    assertThat(page.code()).isEqualTo("type");
    var disguised = send(anna, "refused-02", "a.jpg", "image/jpeg", html);
    assertThat(disguised.status()).isEqualTo(415);
    assertThat(disguised.json().path("reason").asString()).isEqualTo("mismatch");
    assertThat(send(anna, "refused-03", "a.exe", "application/pdf", SampleFiles.pdf()).status())
        .isEqualTo(415);
    assertThat(send(anna, "refused-04", "a.txt", "text/plain", html).code()).isEqualTo("type");
    assertThat(send(anna, "refused-05", "a.pdf", "application/pdf", new byte[0]).code())
        .isEqualTo("empty");
    assertThat(send(anna, "short", "a.pdf", "application/pdf", SampleFiles.pdf()).code())
        .isEqualTo("malformed");
    assertThat(anna.entries()).isEmpty();
    assertThat(keptOf(anna)).isEmpty();
  }

  @Test
  void countsWhileItReads() {
    var anna = visitor();
    var announced = send(anna, "large-0001", "a.txt", "text/plain", new byte[300 * 1024]);
    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.code()).isEqualTo("too-large");

    var endless = BodyPublishers.ofInputStream(() -> words(10 * 1024 * 1024));
    try {
      var streamed = send(anna, "large-0002", "a.txt", "text/plain", endless);
      assertThat(streamed.code()).isEqualTo("too-large");
    } catch (java.io.UncheckedIOException e) {
      assertThat(e.getCause()).isInstanceOf(IOException.class); // hung up while we still wrote
    }
    till(() -> incoming().isEmpty());
    assertThat(anna.entries()).isEmpty();
  }

  private static InputStream words(int length) {
    return new ByteArrayInputStream("a".repeat(length).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void takesAnIdOnce() {
    var anna = visitor();
    var first = send(anna, "again-0001", "a.jpg", "image/jpeg", PHOTO);
    var second = send(anna, "again-0001", "a.jpg", "image/jpeg", PHOTO);
    var other = send(anna, "again-0001", "b.pdf", "application/pdf", SampleFiles.pdf());

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(other.json()).isEqualTo(first.json());
    assertThat(anna.entries().stream().filter(e -> e.has("file"))).hasSize(1);
    assertThat(fetch(anna, path(fileOf(anna))).bytes()).isEqualTo(PHOTO);
    assertThat(keptOf(anna)).hasSize(2); // the photo and its small picture
  }

  @Test
  void asksWhoSendsTooMuchToWait() {
    var anna = visitor();
    var answers =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    send(
                        anna,
                        "many-%04d".formatted(i),
                        "a.pdf",
                        "application/pdf",
                        SampleFiles.pdf()))
            .toList();

    assertThat(answers.subList(0, 8)).allMatch(a -> a.status() == 201);
    assertThat(answers.getLast().status()).isEqualTo(429);
    assertThat(answers.getLast().code()).isEqualTo("too-fast");
    assertThat(Long.parseLong(answers.getLast().header("retry-after"))).isBetween(1L, 3600L);
  }

  @Test
  void anEndedSessionSendsAndSeesNothing() {
    var anna = visitor();
    send(anna, "ended-0001", "a.jpg", "image/jpeg", PHOTO);
    var path = path(fileOf(anna));
    agent.act(anna.conversation(), "end-session");

    assertThat(send(anna, "ended-0002", "a.jpg", "image/jpeg", PHOTO).status()).isEqualTo(401);
    assertThat(fetch(anna, path).status()).isEqualTo(404);
  }

  @Test
  void agentAndCustomerSendEachOtherFiles() {
    var anna = visitor();
    send(anna, "both-00001", "broken.jpg", "image/jpeg", PHOTO);
    var entry = fileOf(anna);
    var id = anna.conversation();

    var seen = agent.file(id, entry.path("file").path("id").asString());
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).isEqualTo(PHOTO);

    var early = agent.sendFile(id, "agent-0001", "label.pdf", "application/pdf", SampleFiles.pdf());
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body().path("code").asString()).isEqualTo("not-claimed");
    assertThat(keptOf(anna)).hasSize(2);

    agent.act(id, "claim");
    var sent = agent.sendFile(id, "agent-0002", "label.pdf", "application/pdf", SampleFiles.pdf());
    assertThat(sent.status()).isEqualTo(201);
    till(() -> anna.entries().stream().anyMatch(e -> e.path("from").asString().equals("agent")));
    var reply =
        anna.entries().stream()
            .filter(e -> e.path("from").asString().equals("agent"))
            .findFirst()
            .orElseThrow();
    assertThat(fetch(anna, path(reply)).bytes()).isEqualTo(SampleFiles.pdf());
    assertThat(agent.conversation(id).path("entries").valueStream().filter(e -> e.has("file")))
        .hasSize(2);
    assertThat(agent.conversation(id).path("summary").path("last").path("text").asString())
        .isEqualTo("📎 label.pdf");

    var forged = agent.sendFileForged(id, "agent-0003", SampleFiles.pdf());
    assertThat(forged.status()).isEqualTo(403);
  }

  private static List<Path> keptOf(ChatClient visitor) {
    var thread =
        visitor.entries().isEmpty() ? "none" : visitor.conversation().replaceAll("\\..*", "");
    return filesUnder(FOLDER.resolve("kept").resolve(thread.substring(0, 2)).resolve(thread));
  }

  private static List<Path> incoming() {
    return filesUnder(FOLDER.resolve("incoming"));
  }

  private static List<Path> filesUnder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
