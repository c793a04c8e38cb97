package dev.sayonce.channel.web;

import dev.sayonce.Sha256;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Logo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * What the active flow set makes of the pages: its colours, its logo, and the widget with its
 * settings inside, so that the company's page needs no second request. Browsers keep the files and
 * ask whether they changed, by content.
 */
final class LookFiles {

  private static final String SHEET = "/chat/theme.css";
  private static final String LOGO = "/chat/logo";
  private static final String WIDGET = "/widget.js";

  /** A fifth of the file, and of no use to a browser. */
  private static final Pattern INDENTATION = Pattern.compile("(?m)^ +");

  private static final String PLACE = "const LOOK = /* look */ {};";

  private record File(MediaType type, byte[] content, String tag) {

    static File of(MediaType type, byte[] content) {
      var hash = HexFormat.of().formatHex(Sha256.digest().digest(content));
      return new File(type, content, "\"" + hash.substring(0, 32) + "\"");
    }

    static File of(String type, String content) {
      var text = new MediaType("text", type, StandardCharsets.UTF_8);
      return of(text, content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The files of a set, by their paths. */
  private record Made(String hash, Map<String, File> files) {}

  private final Supplier<FlowSet> active;
  private final String widget = widget();
  private volatile @Nullable Made made;

  LookFiles(Supplier<FlowSet> active) {
    this.active = active;
  }

  private static String widget() {
    try {
      var script = new ClassPathResource("static/widget.js");
      var text = script.getContentAsString(StandardCharsets.UTF_8);
      if (!text.contains(PLACE)) {
        throw new IllegalStateException("widget.js has no place for its settings: " + PLACE);
      }
      return INDENTATION.matcher(text).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read widget.js", e);
    }
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().add(route(SHEET)).add(route(LOGO)).add(route(WIDGET)).build();
  }

  private RouterFunction<ServerResponse> route(String path) {
    var read = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);
    return RouterFunctions.route(
        read.and(RequestPredicates.path(path)), request -> serve(request, path));
  }

  private Mono<ServerResponse> serve(ServerRequest request, String path) {
    return Mono.justOrEmpty(files().get(path))
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
        .flatMap(f -> request.checkNotModified(f.tag()).switchIfEmpty(Mono.defer(() -> whole(f))));
  }

  private static Mono<ServerResponse> whole(File file) {
    return ServerResponse.ok()
        .contentType(file.type())
        .eTag(file.tag())
        .cacheControl(CacheControl.noCache())
        .bodyValue(file.content());
  }

  private Map<String, File> files() {
    var flows = active.get();
    var now = made;
    if (now == null || !now.hash().equals(flows.hash())) {
      now = new Made(flows.hash(), make(flows.company()));
      made = now;
    }
    return now.files();
  }

  private Map<String, File> make(Company company) {
    var settings = "const LOOK = " + Theme.settings(company) + ";";
    var files = new HashMap<String, File>();
    files.put(SHEET, File.of("css", Theme.sheet(company)));
    files.put(WIDGET, File.of("javascript", widget.replace(PLACE, settings)));
    company.look().logo().ifPresent(logo -> files.put(LOGO, picture(logo)));
    return files;
  }

  private static File picture(Logo logo) {
    return File.of(MediaType.parseMediaType(logo.type().mime()), logo.bytes());
  }
}
