package dev.sayonce.flow;

import java.time.Duration;

/**
 * The waiting times in the life of a case.
 *
 * @param remindAfter a customer who owes us an answer is reminded after this silence
 * @param abandonAfter and the case is abandoned after this much more silence
 * @param agentSilentAfter an absent agent's unanswered conversation goes back in line after this
 * @param reopenWithin a customer who writes within this after the end continues the same case
 */
public record CaseTimes(
    Duration remindAfter, Duration abandonAfter, Duration agentSilentAfter, Duration reopenWithin) {

  public static final CaseTimes DEFAULT =
      new CaseTimes(
          Duration.ofMinutes(10),
          Duration.ofMinutes(50),
          Duration.ofMinutes(2),
          Duration.ofHours(72));
}
