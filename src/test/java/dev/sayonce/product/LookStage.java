package dev.sayonce.product;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Where scenes of the look book are played: a customer and an agent, on one screen, in one
 * language.
 */
final class LookStage implements AutoCloseable {

  private final Screen screen;
  private final LookScript script;
  private final Windows windows;
  private final GatewayProcess gateway;
  private final BadLine line;
  private final List<ChatClient> others = new ArrayList<>();
  private ChatFace chat;
  private ConsoleFace console;

  LookStage(Browsers browsers, Screen screen, LookScript script) {
    this.screen = screen;
    this.script = script;
    windows = new Windows(browsers);
    gateway = GatewayProcess.onEmbeddedRedis("--sayonce.web.burst=8");
    line = BadLine.to(gateway.port());
  }

  Screen screen() {
    return screen;
  }

  LookScript script() {
    return script;
  }

  BadLine line() {
    return line;
  }

  /** The customer, on the sample company's page; at first the chat is closed. */
  ChatFace chat() {
    if (chat == null) {
      chat = newcomer();
    }
    return chat;
  }

  /** One more customer, who has said nothing yet. */
  ChatFace newcomer() {
    return ChatFace.at(window(), line.base());
  }

  /** The agent; at first not signed in. */
  ConsoleFace console() {
    if (console == null) {
      console = ConsoleFace.at(window(), gateway.base());
    }
    return console;
  }

  /** The agent has a name that customers may see. */
  void signIn() {
    var admin = AgentClient.signedIn(gateway.port(), "admin", gateway.password());
    var agent =
        Map.of(
            "login",
            "ewa",
            "name",
            script.agent(),
            "role",
            "admin",
            "teams",
            List.of(),
            "languages",
            List.of(script.language()));
    console().signIn("ewa", admin.post("/agents", agent).body().path("password").asString());
  }

  private Page window() {
    return windows.open(screen, script.locale());
  }

  /** The other customers get in line, each with a question of their own. */
  void fillTheLine() {
    script.others().forEach(this::queue);
  }

  private void queue(String question) {
    var other = ChatClient.open(gateway.port(), script.language());
    others.add(other);
    other.say(question);
    other.say(script.person());
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> other.isReady() && other.pending() == 0);
    if (!other.status().equals("queued")) {
      var asked =
          other.entries().stream().filter(e -> !e.path("options").isEmpty()).toList().getLast();
      other.choose(asked, "payment");
    }
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> other.status().equals("queued"));
  }

  @Override
  public void close() {
    others.forEach(ChatClient::close);
    line.close();
    windows.close();
    gateway.close();
  }
}
