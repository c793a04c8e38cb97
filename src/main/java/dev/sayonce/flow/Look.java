package dev.sayonce.flow;

import java.util.Optional;

/**
 * How the company looks in the chat and in the console.
 *
 * @param brand its name in title bars
 * @param accent its colour; empty: the product's own
 */
public record Look(String brand, Optional<Accent> accent, Optional<Logo> logo, Corner corner) {

  /** Where the launcher sits on the company's pages. */
  public enum Corner {
    RIGHT,
    LEFT
  }

  /** Of a company that says nothing of it. */
  public static Look plain(String name) {
    return new Look(name, Optional.empty(), Optional.empty(), Corner.RIGHT);
  }
}
