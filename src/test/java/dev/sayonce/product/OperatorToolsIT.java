package dev.sayonce.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators do with an installation that is at work: back it up, bring it back, hand it on.
 */
class OperatorToolsIT {

  private static final Path FILES = GatewayProcess.newFolder("tools-files-");

  private static GatewayProcess gateway;
  private static ChatClient customer;
  private static AgentClient agent;
  private static String conversation;

  @BeforeAll
  static void talk() {
    TestRedis.flush();
    gateway = GatewayProcess.onTestRedis("--sayonce.files.folder=" + FILES);
    customer = ChatClient.open(gateway.port(), "en");
    customer.say("how much is delivery");
    till(() -> customer.allTexts().anyMatch(t -> t.contains("14.99")));
    customer.say("agent");
    till(() -> customer.entries().stream().anyMatch(e -> e.has("options")));
    customer.choose(customer.entries().getLast(), "order");
    till(() -> customer.status().equals("queued"));
    conversation = customer.conversation();
    agent = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
    agent.openSocket();
    agent.follow(conversation);
    agent.act(conversation, "claim");
    agent.write(conversation, "note", "Only for us");
    agent.write(conversation, "reply", "I look into it");
    till(() -> customer.allTexts().anyMatch(t -> t.contains("I look into it")));
  }

  @AfterAll
  static void stop() {
    agent.close();
    customer.close();
    gateway.close();
  }

  private static void till(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private static String redis() {
    return "--sayonce.redis.url=" + TestRedis.url();
  }

  private static Tool backup(Path archive) {
    return Tool.run("backup", archive.toString(), redis(), "--sayonce.files.folder=" + FILES);
  }

  private static Path newArchive() {
    return GatewayProcess.newFolder("archive-").resolve("sayonce.zip");
  }

  @Test
  void anOpenTalkGoesOnAfterItWasRestored() {
    var archive = newArchive();
    var made = backup(archive);
    assertThat(made.code()).as(made.output()).isZero();
    assertThat(made.output()).contains("SHA-256 ", "pieces of Redis");

    var data = GatewayProcess.newFolder("restored-redis-");
    var files = GatewayProcess.newFolder("restored-files-");
    var restored =
        Tool.run(
            "restore",
            archive.toString(),
            "--sayonce.redis.embedded.folder=" + data,
            "--sayonce.files.folder=" + files);
    assertThat(restored.code()).as(restored.output()).isZero();

    try (var other = GatewayProcess.onDataIn(data, "--sayonce.files.folder=" + files);
        var returned = ChatClient.openAs(other.port(), "en", customer.token());
        var colleague = AgentClient.signedIn(other.port(), "admin", gateway.password())) {
      till(() -> returned.allTexts().anyMatch(t -> t.contains("I look into it")));
      assertThat(returned.entries()).isEqualTo(customer.entries());
      assertThat(returned.status()).isEqualTo("open");
      colleague.openSocket();
      assertThat(colleague.get("/desk").body().path("mine").toString()).contains(conversation);
      colleague.follow(conversation);
      till(() -> colleague.heard().contains("Only for us"));
      assertThat(colleague.write(conversation, "reply", "Here we are again").status())
          .isEqualTo(200);
      till(() -> returned.allTexts().anyMatch(t -> t.contains("Here we are again")));
      returned.say("Thank you");
      till(() -> colleague.heard().contains("Thank you"));
      assertThat(colleague.act(conversation, "resolve").status()).isEqualTo(200);
      till(() -> returned.status().equals("resolved"));
    }
  }

  @Test
  void nothingIsWrittenOverAnything() {
    var archive = newArchive();
    backup(archive);

    var refused = Tool.run("restore", archive.toString(), redis());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("not empty");
    assertThat(backup(archive).output()).contains("is there already");
  }

  @Test
  void aDamagedArchiveIsRefusedBeforeAnythingIsWritten() throws IOException {
    var archive = newArchive();
    backup(archive);
    var bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 3] ^= 1;
    Files.write(archive, bytes);
    var data = GatewayProcess.newFolder("never-");

    var refused =
        Tool.run(
            "restore",
            archive.toString(),
            "--sayonce.redis.embedded.folder=" + data,
            "--sayonce.files.folder=" + GatewayProcess.newFolder("never-files-"));

    assertThat(refused.code()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).containsAnyOf("damaged", "broken off", "Can't go on");
  }

  private static List<JsonNode> exported(String... options) {
    var out = GatewayProcess.newFolder("export-").resolve("all.jsonl");
    var args = new java.util.ArrayList<>(List.of("export", redis(), "--out=" + out));
    args.addAll(List.of(options));
    var tool = Tool.run(args.toArray(String[]::new));
    assertThat(tool.code()).as(tool.output()).isZero();
    try (var lines = Files.lines(out)) {
      return lines.map(JsonMapper.shared()::readTree).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void othersReadWhatWasSaid() {
    assertThat(exported())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("format").asInt()).isEqualTo(1);
              assertThat(line.path("conversation").asString()).isEqualTo(conversation);
              assertThat(line.path("status").asString()).isEqualTo("open");
              assertThat(line.at("/handoff/reason").asString()).isEqualTo("asked");
              assertThat(line.at("/contacts/0/channel").asString()).isEqualTo("web");
              assertThat(line.path("entries").toString())
                  .contains("how much is delivery", "I look into it", "\"from\":\"agent\"")
                  .doesNotContain("Only for us");
            });
    assertThat(exported("--internal").getFirst().path("entries").toString())
        .contains("Only for us", "\"internal\":true");
    assertThat(exported("--to=2001-01-01")).isEmpty();
    assertThat(exported("--from=2001-01-01")).hasSize(1);
    assertThat(exported("--contact=telegram:1")).isEmpty();
    assertThat(exported("--customer=nobody")).isEmpty();
  }

  @Test
  void theDoctorSeesTheWork() {
    var doctor = Tool.run("doctor", redis());

    assertThat(doctor.code()).as(doctor.output()).isZero();
    assertThat(doctor.output())
        .contains("all 16 partitions are looked after", "Waiting for a person: 0", "Memory of ")
        .contains("Files in flows:", "GB free");
  }
}
