package dev.sayonce.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an agent's day does to the console page: memory after two hundred conversations looked at,
 * and how the desk bears a thousand in its lists. Takes minutes, so that it runs only when asked
 * for; {@code src/docs/development.md} says how.
 */
class ConsoleMemory {

  private static final int CONVERSATIONS = Integer.getInteger("sayonce.memory.conversations", 1000);
  private static final int LOOKED_AT = Integer.getInteger("sayonce.memory.looked-at", 200);

  private static final int FIRST = 10;
  private static final String ASKED = "I want to talk to a person";

  private static final String NOTE_LONG_TASKS =
      """
      window.longTasks = [];
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ duration }) => window.longTasks.push(duration)))
        .observe({ type: 'longtask', buffered: true });
      """;

  /** Scrolls whatever holds the list to its end and back, a step each frame; answers the frames. */
  private static final String SCROLL =
      """
      async (list) => {
        let box = list;
        const up = (element) => element.parentElement ?? element.getRootNode().host ?? null;
        while (box && !(box.scrollHeight > box.clientHeight + 1
            && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
          box = up(box);
        }
        if (!box) {
          return [];
        }
        const frames = [];
        const next = () => new Promise(requestAnimationFrame);
        let before = await next();
        for (const direction of [1, -1]) {
          for (let i = 0; i < 120; i++) {
            box.scrollTop += direction * Math.max(50, box.scrollHeight / 120);
            const now = await next();
            frames.push(now - before);
            before = now;
          }
        }
        return frames;
      }
      """;

  /** The page's figures at one moment, after rubbish is collected. */
  private record Figures(double heap, double nodes, double listeners, double documents) {

    Figures minus(Figures other) {
      return new Figures(
          heap - other.heap,
          nodes - other.nodes,
          listeners - other.listeners,
          documents - other.documents);
    }
  }

  @Test
  void measuresADayAtTheDesk() {
    try (var browsers = Browsers.launch();
        var gateway =
            GatewayProcess.onEmbeddedRedis(
                "--sayonce.redis.embedded.append-fsync=everysec", "--sayonce.web.burst=100");
        var windows = new Windows(browsers)) {
      var conversations = fill(gateway);
      var page = windows.open(Screen.DESKTOP, "en-GB");
      page.addInitScript(NOTE_LONG_TASKS);
      var agent = ConsoleFace.signedIn(page, gateway.base(), "admin", gateway.password());
      measureDesk(agent, gateway.base());
      measureWalk(agent, conversations);
    }
  }

  /** As many customers as asked for, all waiting for a person. */
  private static List<String> fill(GatewayProcess gateway) {
    return IntStream.range(0, CONVERSATIONS).mapToObj(_ -> queue(gateway.port())).toList();
  }

  private static String queue(int port) {
    try (var customer = ChatClient.open(port, "en")) {
      customer.say("how much is delivery");
      customer.say(ASKED);
      customer.choose(await(() -> questionOf(customer)), "payment");
      await(() -> Optional.of(customer).filter(c -> c.status().equals("queued")));
      return customer.conversation();
    }
  }

  private static Optional<JsonNode> questionOf(ChatClient customer) {
    return customer.entries().stream().filter(e -> !e.path("options").isEmpty()).findFirst();
  }

  private static <T> T await(Callable<Optional<T>> what) {
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(20))
        .until(what, Optional::isPresent)
        .orElseThrow();
  }

  private static void measureDesk(ConsoleFace agent, String base) {
    var page = agent.page();
    page.navigate("about:blank");
    var session = page.context().newCDPSession(page);
    session.send("Performance.enable");
    var begun = System.nanoTime();
    ConsoleFace.atDesk(page, base);
    assertThat(agent.rows("waiting").first()).isVisible();
    var first = (System.nanoTime() - begun) / 1e6;
    var table = new Table("The desk with %,d waiting".formatted(CONVERSATIONS), "figure", "value");
    table.row("rows shown", agent.rows("waiting").count());
    table.row("time to the first list, ms", first);
    table.row("scripting so far, ms", metrics(session).get("ScriptDuration") * 1000);
    table.row("layout so far, ms", metrics(session).get("LayoutDuration") * 1000);
    longTasks(page, table, "while loading");
    scroll(agent, table);
    table.show("desk.md");
  }

  private static void scroll(ConsoleFace agent, Table table) {
    var page = agent.page();
    page.evaluate("longTasks.length = 0");
    var frames =
        ((List<?>) agent.list("waiting").evaluate(SCROLL))
            .stream().mapToDouble(f -> ((Number) f).doubleValue()).sorted().toArray();
    table.row("frames while scrolling", frames.length);
    if (frames.length > 0) {
      table.row("frame, median, ms", frames[frames.length / 2]);
      table.row("frame, slowest, ms", frames[frames.length - 1]);
    }
    longTasks(page, table, "while scrolling");
  }

  /** Tasks over 50 ms: while one runs, the page answers nobody. */
  private static void longTasks(Page page, Table table, String when) {
    var tasks =
        ((List<?>) page.evaluate("longTasks"))
            .stream().mapToDouble(ms -> ((Number) ms).doubleValue()).summaryStatistics();
    table.row("long tasks %s".formatted(when), tasks.getCount());
    table.row("together, ms", tasks.getSum());
    table.row("the longest, ms", Math.max(0, tasks.getMax()));
  }

  private static void measureWalk(ConsoleFace agent, List<String> conversations) {
    var session = agent.page().context().newCDPSession(agent.page());
    session.send("Performance.enable");
    session.send("HeapProfiler.enable");
    var table =
        new Table(
            "The console page after conversations looked at",
            "looked at",
            "heap, kB",
            "DOM nodes",
            "listeners",
            "documents");
    // what is loaded and compiled once is no leak
    walk(agent, conversations.subList(0, FIRST));
    var before = figures(session);
    row(table, FIRST + " (base)", before);
    var after = before;
    for (int from = FIRST; from < LOOKED_AT + FIRST; from += LOOKED_AT / 4) {
      walk(agent, conversations.subList(from, from + LOOKED_AT / 4));
      after = figures(session);
      row(table, String.valueOf(from + LOOKED_AT / 4), after);
    }
    row(table, "grown by", after.minus(before));
    table.show("memory.md");
  }

  /** Looks at each as an agent does, ending on the desk again. */
  private static void walk(ConsoleFace agent, List<String> conversations) {
    for (var conversation : conversations) {
      agent.go("c/" + conversation);
      assertThat(agent.entries("customer", ASKED)).isVisible();
      assertThat(agent.act("claim")).isVisible();
    }
    agent.go("");
    assertThat(agent.act("claim")).isHidden();
  }

  private static void row(Table table, String what, Figures figures) {
    table.row(
        what,
        figures.heap() / 1024,
        (long) figures.nodes(),
        (long) figures.listeners(),
        (long) figures.documents());
  }

  private static Figures figures(CDPSession session) {
    session.send("HeapProfiler.collectGarbage");
    session.send("HeapProfiler.collectGarbage");
    var metrics = metrics(session);
    return new Figures(
        metrics.get("JSHeapUsedSize"),
        metrics.get("Nodes"),
        metrics.get("JSEventListeners"),
        metrics.get("Documents"));
  }

  private static Map<String, Double> metrics(CDPSession session) {
    var metrics = session.send("Performance.getMetrics").getAsJsonArray("metrics");
    return StreamSupport.stream(metrics.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .collect(
            Collectors.toMap(m -> m.get("name").getAsString(), m -> m.get("value").getAsDouble()));
  }
}
