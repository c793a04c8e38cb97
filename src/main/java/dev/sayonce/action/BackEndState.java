package dev.sayonce.action;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * How a back end looks from one gateway.
 *
 * @param calls how many of the last requests the breaker looks at
 * @param failed how many of them failed
 * @param underWay how many requests are under way
 * @param room how many may be
 */
public record BackEndState(String id, Line line, int calls, int failed, int underWay, int room) {

  /** Whether it is asked at all. */
  public enum Line {
    /** It is asked. */
    ASKED,
    /** It is left alone for a while, for too much failed. */
    RESTING,
    /** A few requests find out whether it is back. */
    TRIED;

    static Line of(CircuitBreaker.State state) {
      return switch (state) {
        case CLOSED, DISABLED, METRICS_ONLY -> ASKED;
        case OPEN, FORCED_OPEN -> RESTING;
        case HALF_OPEN -> TRIED;
      };
    }
  }
}
