package dev.sayonce.console;

import dev.sayonce.engine.Recent;
import dev.sayonce.platform.Refusal;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Reads the places where lists go on, as pages send them back. */
final class Cursors {

  private Cursors() {}

  /** Where to go on; empty for the beginning. What is no place of ours is refused. */
  static Optional<Recent> of(Optional<String> before) {
    return before.filter(b -> !b.isEmpty()).map(b -> Recent.parse(b).orElseThrow(Cursors::none));
  }

  static Refusal none() {
    return new Refusal(HttpStatus.BAD_REQUEST, "malformed", "Send the cursor as it was given.");
  }
}
