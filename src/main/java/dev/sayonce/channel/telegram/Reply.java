package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** How a call to Telegram ended. What is told of a failure never holds the token. */
sealed interface Reply {

  /** Telegram did it. */
  record Ok(JsonNode result) implements Reply {}

  /**
   * Telegram did not do it and says so.
   *
   * @param code like an HTTP status
   * @param later how long to wait, where it was too much
   */
  record Refused(int code, String why, Optional<Duration> later) implements Reply {

    boolean isTooMuch() {
      return code == 429;
    }

    /** The customer has blocked the bot, or is gone. */
    boolean isUnreachable() {
      return code == 403;
    }
  }

  /** The call never reached Telegram. */
  record NotSent(String why) implements Reply {}

  /** No answer came that tells whether Telegram did it. */
  record Unknown(String why) implements Reply {}
}
