package dev.sayonce.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of a cluster as a chart asks while it is rendered: which Secrets there are. Helm finds it
 * by the file that KUBECONFIG names, and so never asks a real one of the machine's.
 */
final class Cluster {

  private static final String KNOWN =
      """
      {"kind": "APIResourceList", "groupVersion": "v1", "resources": [{"name": "secrets", "singularName": "",
      "namespaced": true, "kind": "Secret", "verbs": ["get", "list"]}]}""";
  private static final String MISSING =
      """
      {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404}""";
  private static final String PATH = "/api/v1/namespaces/support/secrets/";

  private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();

  private Cluster() {}

  /** Puts one into reach of the Helm in this process, if there is none yet. */
  static void start() {
    Holder.SERVER.getAddress();
  }

  /** From now on there is that Secret, with its values in base 64. */
  static void holds(String secret, Map<String, String> data) {
    var fields = new StringBuilder();
    data.forEach(
        (k, v) ->
            fields.append(fields.isEmpty() ? "" : ",").append("\"%s\":\"%s\"".formatted(k, v)));
    SECRETS.put(
        secret,
        "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"%s\"},\"data\":{%s}}"
            .formatted(secret, fields));
  }

  static void forget(String secret) {
    SECRETS.remove(secret);
  }

  private static final class Holder {

    static final HttpServer SERVER = serve();

    private static HttpServer serve() {
      try {
        var server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Holder::answer);
        server.start();
        announce(server.getAddress().getPort());
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void announce(int port) throws IOException {
      var named = System.getenv("KUBECONFIG");
      if (named == null || !named.contains("target")) {
        throw new AssertionError(
            "These tests run by Maven, which sets KUBECONFIG: Helm would else ask a real cluster.");
      }
      var file = Path.of(named);
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          apiVersion: v1
          kind: Config
          current-context: test
          clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
          contexts: [{name: test, context: {cluster: test, user: test, namespace: support}}]
          users: [{name: test, user: {}}]
          """
              .formatted(port));
    }

    private static void answer(HttpExchange exchange) throws IOException {
      var path = exchange.getRequestURI().getPath();
      var found =
          path.equals("/api/v1")
              ? KNOWN
              : path.startsWith(PATH) ? SECRETS.get(path.substring(PATH.length())) : null;
      var body = (found == null ? MISSING : found).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }
  }
}
