package dev.sayonce.attachment;

import java.nio.file.Path;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Whether parts of a content may be asked for (RFC 9110, 14.2 and 13.1.5). */
final class Ranges {

  private static final HttpStatus REFUSED = HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;

  private Ranges() {}

  /**
   * The request as it is to be answered: without its range where that belongs to another content
   * than the one that the response's tag names. A date says too little to tell two contents apart.
   */
  static ServerHttpRequest stillSound(ServerHttpRequest request, ServerHttpResponse response) {
    var known = request.getHeaders().getFirst(HttpHeaders.IF_RANGE);
    return known == null || known.equals(response.getHeaders().getETag())
        ? request
        : request.mutate().headers(headers -> headers.remove(HttpHeaders.RANGE)).build();
  }

  /** Whoever asks for what lies behind the end is told where that is. */
  static void explainRefusal(ServerHttpResponse response, Path content) {
    response.beforeCommit(
        () ->
            Mono.fromRunnable(
                () -> {
                  if (REFUSED.equals(response.getStatusCode())) {
                    var end = "bytes */" + content.toFile().length();
                    response.getHeaders().set(HttpHeaders.CONTENT_RANGE, end);
                  }
                }));
  }
}
