package dev.sayonce.platform;

import dev.sayonce.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Which page answers at which address. The sample company's own page is there only with the
 * embedded server, that is for a trial.
 */
@Configuration(proxyBeanMethods = false)
class Pages {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  @Bean
  RouterFunction<ServerResponse> pageRoutes(ObjectProvider<EmbeddedRedis> trial) {
    var chat = html("static/chat/index.html");
    var console = html("static/console/index.html");
    var demo = html("static/demo/index.html");
    var routes =
        RouterFunctions.route()
            .GET("/chat/", _ -> page(chat))
            .GET("/console/", _ -> page(console))
            .GET("/chat", request -> moved(request.uri(), "/chat/"))
            .GET("/console", request -> moved(request.uri(), "/console/"));
    return trial.getIfAvailable() != null
        ? routes.GET("/", _ -> page(demo)).build()
        : routes.GET("/", request -> moved(request.uri(), "/chat/")).build();
  }

  private static String html(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("No page at " + path, e);
    }
  }

  private static Mono<ServerResponse> page(String html) {
    return ServerResponse.ok().contentType(HTML).bodyValue(html);
  }

  private static Mono<ServerResponse> moved(URI from, String path) {
    var query = from.getRawQuery();
    return ServerResponse.permanentRedirect(URI.create(query == null ? path : path + "?" + query))
        .build();
  }
}
