package dev.sayonce.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A company's page on an origin of its own, with a policy as strict as one can be that wants the
 * chat: nothing may load but the gateway's script and frame. {@code /} has the loader, {@code
 * /plain} is the same page without it.
 */
final class StrictHost implements AutoCloseable {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head><meta charset="utf-8"><title>A shop</title>%s</head>
        <body>
          <header><h1>A shop</h1><nav aria-label="Menu"><a href="#goods">Goods</a></nav></header>
          <main id="goods">
            <h2>Goods</h2>
            <p>A tent for <b>two</b> people. <button type="button">Buy</button></p>
            <form><label>Search <input name="q" placeholder="What?"></label>
              <select name="s" aria-label="Size"><option>S</option><option>M</option></select>
              <textarea name="t" aria-label="Words">Words</textarea></form>
            <table><tr><th>Size</th><td>2 m</td></tr></table>
            <iframe title="A map" srcdoc="map" hidden></iframe>
          </main>
          <footer>All rights reserved</footer>
        </body>
      </html>
      """;

  private final HttpServer server;
  private volatile String gateway = "";

  private StrictHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  static StrictHost start() {
    return new StrictHost();
  }

  /** The gateway whose chat it shows; till then its pages are of no use. */
  void show(String base) {
    gateway = base;
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (!path.equals("/") && !path.equals("/plain")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Security-Policy", policy());
      var body = page(path.equals("/")).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String policy() {
    return ("default-src 'none'; script-src %1$s; frame-src %1$s; style-src 'none'; base-uri 'none';"
            + " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
        .formatted(gateway);
  }

  private String page(boolean hasChat) {
    var loader = "<script async src=\"%s/widget.js\"></script>".formatted(gateway);
    return PAGE.formatted(hasChat ? loader : "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
