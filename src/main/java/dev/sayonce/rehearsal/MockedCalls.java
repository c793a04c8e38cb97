package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Calls;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Mock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers calls as the script says and remembers them. What is not mocked fails, as it does where
 * no back end knows the action.
 */
final class MockedCalls implements Calls {

  private final Map<String, List<Mock>> mocks;
  private final Map<String, Integer> times = new HashMap<>();
  private final List<Made> made = new ArrayList<>();

  MockedCalls(Map<String, List<Mock>> mocks) {
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

  @Override
  public Result call(String action, Map<String, Object> with) {
    made.add(new Made(action, Map.copyOf(with)));
    var script = mocks.getOrDefault(action, List.of());
    if (script.isEmpty()) {
      return NONE.call(action, with);
    }
    int time = times.merge(action, 1, Integer::sum);
    return switch (script.get(Math.min(time, script.size()) - 1)) {
      case Mock.Result(var value) -> new Result.Done(value);
      case Mock.Failure(var code) -> new Result.Failed(code);
    };
  }

  List<Made> made() {
    return List.copyOf(made);
  }
}
