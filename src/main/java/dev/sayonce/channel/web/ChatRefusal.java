package dev.sayonce.channel.web;

import java.util.OptionalLong;
import org.springframework.http.HttpStatus;

/** A request of a chat page that is refused; answered as a problem (RFC 9457) with its code. */
public final class ChatRefusal extends RuntimeException {

  private static final long MILLIS = 1000;

  private final HttpStatus status;
  private final String code;
  private final OptionalLong retryAfter;

  private ChatRefusal(HttpStatus status, String code, String detail, OptionalLong retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static ChatRefusal noSession() {
    return of(HttpStatus.UNAUTHORIZED, "no-session", "Send the session's token as a bearer token.");
  }

  static ChatRefusal revoked() {
    return of(HttpStatus.UNAUTHORIZED, "revoked", "This session was ended.");
  }

  static ChatRefusal consent() {
    return of(HttpStatus.CONFLICT, "consent", "Something has to be accepted before this.");
  }

  static ChatRefusal malformed() {
    return of(HttpStatus.BAD_REQUEST, "malformed", "The request is not what this address reads.");
  }

  /** Also for what is there and somebody else's. */
  static ChatRefusal notFound() {
    return of(HttpStatus.NOT_FOUND, "not-found", "There is nothing of this session here.");
  }

  /**
   * @param wait in milliseconds
   */
  static ChatRefusal tooFast(long wait) {
    long seconds = (wait + MILLIS - 1) / MILLIS;
    return new ChatRefusal(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-fast",
        "Too many requests of this session.",
        OptionalLong.of(seconds));
  }

  private static ChatRefusal of(HttpStatus status, String code, String detail) {
    return new ChatRefusal(status, code, detail, OptionalLong.empty());
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** In seconds; empty where another try makes no sense. */
  public OptionalLong retryAfter() {
    return retryAfter;
  }
}
