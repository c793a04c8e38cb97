package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Event.ActionEnded;
import dev.sayonce.conversation.OneTimeCode;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Failure;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Told;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Mock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stands for the back ends: answers calls as the script says, when it says, and remembers them.
 * What is not mocked is not there, as in a company that has no such back end.
 */
final class MockedCalls {

  private static final String CODE = "123456";
  private static final Mock NOBODY = new Mock.Failure(Failure.UNAVAILABLE.word(), "not-mocked");

  private final FlowSet flows;
  private final Map<String, List<Mock>> mocks;
  private final Map<String, Integer> times = new HashMap<>();
  private final List<Made> made = new ArrayList<>();
  private final List<ActionEnded> coming = new ArrayList<>();

  MockedCalls(FlowSet flows, Map<String, List<Mock>> mocks) {
    this.flows = flows;
    this.mocks = mocks;
  }

  /** A call that was made. */
  record Made(String action, Map<String, Object> with) {

    /** True if it is the expected one; arguments that the author does not name may be anything. */
    boolean fits(Line.Called line) {
      return action.equals(line.action())
          && line.with().entrySet().stream()
              .allMatch(e -> e.getValue().equals(written(with.getOrDefault(e.getKey(), ""))));
    }

    /** A whole number without the decimals that computing gave it. */
    private static String written(Object value) {
      return value instanceof Double number
          ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
          : value.toString();
    }

    @Override
    public String toString() {
      return action + " " + new TreeMap<>(with);
    }
  }

  /** A call is made: sooner or later it will have come to its end. */
  void make(Effect.CallAction call, Instant now) {
    made.add(new Made(call.action(), call.with()));
    var script = mocks.getOrDefault(call.action(), List.of(NOBODY));
    int time = times.merge(call.action(), 1, Integer::sum);
    coming.add(end(call, script.get(Math.min(time, script.size()) - 1), now));
  }

  private ActionEnded end(Effect.CallAction call, Mock mock, Instant at) {
    return switch (mock) {
      case Mock.Late(Duration after, Mock then) -> end(call, then, at.plus(after));
      case Mock.Result(var value) -> succeeded(call, value, at);
      case Mock.Failure(var kind, var reason) ->
          failed(call, Failure.of(kind).orElse(Failure.UNAVAILABLE), reason, at);
    };
  }

  private ActionEnded succeeded(Effect.CallAction call, Object value, Instant at) {
    var told = flows.action(call.action()).map(a -> Told.of(a, o -> part(value, o.name())));
    if (told.isPresent() && told.get() instanceof Told.Bad(var output)) {
      return failed(call, Failure.BAD_ANSWER, output, at);
    }
    var values = told.map(t -> (Object) ((Told.Good) t).values()).orElse(value);
    return call.succeeded(at, sealed(call, values));
  }

  /** In a rehearsal every one-time code is the same. */
  private Object sealed(Effect.CallAction call, Object told) {
    if (flows.action(call.action()).flatMap(Action::codeInput).isEmpty()
        || !(told instanceof Map<?, ?> values)) {
      return told;
    }
    var all = new HashMap<Object, Object>(values);
    all.put(OneTimeCode.SEAL, OneTimeCode.seal(call.id(), CODE));
    return all;
  }

  private static Optional<Object> part(Object value, String name) {
    return value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
  }

  private static ActionEnded failed(
      Effect.CallAction call, Failure failure, String reason, Instant at) {
    return call.failed(at, failure, reason, failure == Failure.UNKNOWN_OUTCOME);
  }

  /** The first end that comes by then, once. */
  Optional<ActionEnded> next(Instant until) {
    var next =
        coming.stream()
            .filter(end -> !end.at().isAfter(until))
            .min(Comparator.comparing(ActionEnded::at));
    next.ifPresent(coming::remove);
    return next;
  }

  List<Made> made() {
    return List.copyOf(made);
  }
}
