package dev.sayonce.platform;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * A request that is answered with a problem (RFC 9457): thrown by a controller once the value that
 * a feature returned says no. {@link Problems} writes it.
 */
public final class Refusal extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final Map<String, Object> details;

  /**
   * @param code the stable word that a program reads
   * @param detail a sentence for a person
   */
  public Refusal(HttpStatus status, String code, String detail) {
    this(status, code, detail, Map.of());
  }

  private Refusal(HttpStatus status, String code, String detail, Map<String, Object> details) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The same with one more member in the answer. */
  public Refusal with(String name, Object value) {
    var more = new TreeMap<>(details);
    more.put(name, value);
    return new Refusal(status, code, detail(), more);
  }

  /** The same, telling when another try makes sense, in the answer and its Retry-After. */
  public Refusal retryAfter(long seconds) {
    return with("retryAfter", seconds);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, Object> details() {
    return details;
  }
}
