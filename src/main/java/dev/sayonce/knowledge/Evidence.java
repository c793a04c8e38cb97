package dev.sayonce.knowledge;

import dev.sayonce.conversation.Intent;
import java.util.List;

/**
 * What speaks for the likeliest intents of a text.
 *
 * @param signals what the calibrator judges the first of them by
 */
record Evidence(List<Ranked> ranking, double[] signals) {

  /** An intent with its share of the likelihood. */
  record Ranked(Intent intent, double share) {}

  /** True if the intent is among the first so many. */
  boolean has(Intent intent, int among) {
    return ranking.stream().limit(among).anyMatch(r -> r.intent().equals(intent));
  }
}
