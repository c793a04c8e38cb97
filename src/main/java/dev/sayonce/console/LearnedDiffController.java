package dev.sayonce.console;

import dev.sayonce.learning.Learning;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What was learned, as a file for {@code git apply} on the company's files. */
@RestController
final class LearnedDiffController {

  private static final MediaType DIFF = new MediaType("text", "x-diff", StandardCharsets.UTF_8);

  private final Learning learning;

  LearnedDiffController(Learning learning) {
    this.learning = learning;
  }

  /** Empty content if the files have everything. */
  @GetMapping("/console/api/learning/diff")
  Mono<ResponseEntity<String>> diff() {
    return Mono.fromCallable(learning::diff)
        .subscribeOn(Schedulers.boundedElastic())
        .map(LearnedDiffController::file);
  }

  private static ResponseEntity<String> file(String diff) {
    var name = ContentDisposition.attachment().filename("learned.diff").build();
    return ResponseEntity.ok()
        .contentType(DIFF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(diff);
  }
}
