package dev.sayonce.conversation;

import dev.sayonce.conversation.Event.ActionEnded;
import dev.sayonce.flow.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Back ends as tests want them: they answer at once, or not at all. */
public interface Calls {

  /** Nobody answers. */
  Calls SILENT = (_, _) -> new Result.Silent();

  /** Nobody is there. */
  Calls NONE = (_, _) -> new Result.Failed(Failure.UNAVAILABLE, "");

  Result call(String action, Map<String, Object> with);

  /** How a call ends. */
  sealed interface Result {
    record Done(Object value) implements Result {}

    record Failed(Failure failure, String reason) implements Result {}

    record Silent() implements Result {}
  }

  /** What a call comes to. */
  default Optional<ActionEnded> end(Effect.CallAction call, Instant at) {
    return switch (call(call.action(), call.with())) {
      case Result.Done(var value) -> Optional.of(call.succeeded(at, value));
      case Result.Failed(var failure, var reason) ->
          Optional.of(call.failed(at, failure, reason, failure == Failure.UNKNOWN_OUTCOME));
      case Result.Silent() -> Optional.empty();
    };
  }
}
