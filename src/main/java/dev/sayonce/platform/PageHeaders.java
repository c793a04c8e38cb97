package dev.sayonce.platform;

import dev.sayonce.channel.web.WebProperties;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a browser may do with an answer, by its path: what a page may load, who may frame it, how
 * long it may be kept.
 */
@Component
final class PageHeaders implements ServerHttpHeadersWriter {

  private static final String CSP = "Content-Security-Policy";
  private static final String PAGE =
      "default-src 'none'; script-src 'self'%s; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self';"
          + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors %s";
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  /** A picture that somebody opens by itself: it draws, and does nothing else. */
  private static final String PICTURE = NOTHING + "; style-src 'unsafe-inline'; sandbox";

  /** A file that somebody sent: nothing in it may run or be shown as part of anything. */
  private static final String FILE = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private static final Pattern FILES =
      Pattern.compile("/chat/files/.+|/console/api/conversations/[^/]+/files/.+");

  /** A library's file under its version never changes; under its name alone it does. */
  private static final Pattern VERSIONED = Pattern.compile("/webjars/[^/]+/\\d[^/]*/.+");

  private final String console;
  private final String chat;
  private final String demo = PAGE.formatted("; frame-src 'self'", "'none'");

  PageHeaders(WebProperties properties) {
    console = PAGE.formatted(ImportMap.sourcesIn("static/console/index.html"), "'none'");
    chat =
        PAGE.formatted(
            ImportMap.sourcesIn("static/chat/index.html"), ancestors(properties.allowedOrigins()));
  }

  private static String ancestors(List<String> origins) {
    return origins.isEmpty() ? "'self'" : "'self' " + String.join(" ", origins);
  }

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().pathWithinApplication().value();
    var response = exchange.getResponse();
    var headers = response.getHeaders();
    headers.set(CSP, policy(path));
    if (headers.getCacheControl() == null) {
      headers.setCacheControl(cacheControl(path, response.getStatusCode()));
    }
    if (isIn("/console", path)) {
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
    return Mono.empty();
  }

  private String policy(String path) {
    if (FILES.matcher(path).matches()) {
      return FILE;
    }
    if (isIn("/console/api", path)) {
      return NOTHING;
    }
    if (isIn("/console", path)) {
      return console;
    }
    if (path.equals("/chat/logo")) {
      return PICTURE;
    }
    if (path.equals("/chat/history") || path.equals("/chat/talk")) {
      return NOTHING;
    }
    if (isIn("/chat", path)) {
      return chat;
    }
    return path.equals("/") || isIn("/demo", path) ? demo : NOTHING;
  }

  private static String cacheControl(String path, @Nullable HttpStatusCode status) {
    if (isIn("/console/api", path) || isIn("/actuator", path)) {
      return "no-store";
    }
    boolean delivered = status == null || status.value() == 200 || status.value() == 304;
    return delivered && VERSIONED.matcher(path).matches()
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }

  private static boolean isIn(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
