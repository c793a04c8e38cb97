package dev.sayonce.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells "Redis does not answer just now", where trying again helps, from a refused command, which
 * is a bug.
 */
public final class RedisOutage {

  /** Error codes of a server that is loading, failing over, full, or busy with a script. */
  private static final Set<String> PASSING =
      Set.of(
          "LOADING",
          "READONLY",
          "MASTERDOWN",
          "CLUSTERDOWN",
          "MOVED",
          "ASK",
          "TRYAGAIN",
          "NOREPLICAS",
          "MISCONF",
          "OOM",
          "BUSY");

  private RedisOutage() {}

  /** True when the failure will pass once Redis is back. */
  public static boolean caused(Throwable failure) {
    return switch (failure) {
      case RedisCommandExecutionException refused -> passes(String.valueOf(refused.getMessage()));
      case RedisException _, TimeoutException _ -> true;
      default -> false;
    };
  }

  private static boolean passes(String refusal) {
    return PASSING.contains(refusal.split("[ :]", 2)[0]);
  }
}
