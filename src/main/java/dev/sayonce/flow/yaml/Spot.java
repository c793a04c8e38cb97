package dev.sayonce.flow.yaml;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** A place in a file; line and column count from 1. */
record Spot(int line, int column) {

  static final Spot START = new Spot(1, 1);

  /** The parser tells no location where it gives up on the whole file. */
  static Spot of(@Nullable TokenStreamLocation location) {
    return location == null
        ? START
        : new Spot(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
