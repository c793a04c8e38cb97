package dev.sayonce.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do at the console. */
public enum Role {
  /** Answers the customers of their teams. */
  AGENT,
  /** Sees all teams. */
  SUPERVISOR,
  /** Sees all teams and keeps the accounts. */
  ADMIN;

  /** The role as the API and the stored accounts name it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name, if there is one. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
