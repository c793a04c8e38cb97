package dev.sayonce.flow.talk;

import java.time.Duration;

/** What a call brings while a talk is tested: nothing outside is touched. */
public sealed interface Mock {

  /**
   * It goes well.
   *
   * @param value as it stands in the file: maps, lists, strings, numbers, booleans
   */
  record Result(Object value) implements Mock {}

  /**
   * It fails.
   *
   * @param kind a kind of failure, {@code unavailable}
   * @param reason what the back end says more closely; empty: nothing
   */
  record Failure(String kind, String reason) implements Mock {}

  /** It takes so long, and then comes {@code mock}. */
  record Late(Duration after, Mock mock) implements Mock {}
}
