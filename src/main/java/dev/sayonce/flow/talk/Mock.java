package dev.sayonce.flow.talk;

/** What a call brings while a talk is tested: nothing outside is touched. */
public sealed interface Mock {

  /**
   * It goes well.
   *
   * @param value as it stands in the file: maps, lists, strings, numbers, booleans
   */
  record Result(Object value) implements Mock {}

  /** It fails with that code. */
  record Failure(String code) implements Mock {}
}
