package dev.sayonce.channel.telegram;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;

/**
 * Contents of files at Telegram, streamed as they come. Their addresses hold the token: no failure
 * tells one.
 */
final class TelegramFiles {

  private final WebClient http;
  private final String base;

  TelegramFiles(WebClient http, TelegramProperties properties) {
    this.http = http;
    this.base = properties.apiUrl() + "/file/bot" + properties.token() + "/";
  }

  Flux<DataBuffer> content(String path) {
    return http.get()
        .uri(java.net.URI.create(base + UriUtils.encodePath(path, StandardCharsets.UTF_8)))
        .retrieve()
        .bodyToFlux(DataBuffer.class)
        .onErrorMap(e -> new NotGiven(e.getClass().getSimpleName()));
  }

  /** The content did not come, or not whole. */
  static final class NotGiven extends RuntimeException {
    NotGiven(String what) {
      super("A file of Telegram's did not come: " + what, null, false, false);
    }
  }
}
