package dev.sayonce.flow;

import java.util.Locale;

/** Who has an action run, from the one who may least. An agent's rights are those above it too. */
public enum Runner {
  BOT,
  AGENT,
  SUPERVISOR,
  ADMIN;

  /** The word for it in the catalogue: {@code agent}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if whatever is allowed to {@code other} is allowed to this one. */
  public boolean isAtLeast(Runner other) {
    return this == other || (this != BOT && other != BOT && compareTo(other) > 0);
  }
}
