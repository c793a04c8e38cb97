package dev.sayonce.conversation;

import java.util.Map;

/** What back ends answer to the calls of a turn: known before the turn is made, like everything. */
public interface Calls {

  /** Nobody answers. */
  Calls NONE = (action, with) -> new Result.Failed("unknown");

  Result call(String action, Map<String, Object> with);

  /** How a call ended. */
  sealed interface Result {

    /** {@code value}: texts, numbers, true, false, lists and maps of these. */
    record Done(Object value) implements Result {}

    /** {@code error}: a word, like unavailable. */
    record Failed(String error) implements Result {}
  }
}
