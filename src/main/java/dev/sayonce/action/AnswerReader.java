package dev.sayonce.action;

import dev.sayonce.flow.Action;
import dev.sayonce.flow.Told;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers by what the catalogue says of them; anything else counts as no answer. */
final class AnswerReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private AnswerReader() {}

  /**
   * What a status alone says.
   *
   * @return empty if it went well and the body tells more
   * @throws Trouble if it says nothing of what became of the request
   */
  static Optional<Answer> ofStatus(Action action, int status) {
    if (status >= 200 && status < 300) {
      return action.output().isEmpty() ? Optional.of(new Answer.Good(Map.of())) : Optional.empty();
    }
    var known = Optional.ofNullable(action.refusals().get(status));
    if (known.isPresent()) {
      return Optional.of(new Answer.Refused(known.get()));
    }
    if (status == 425 || status == 429 || status == 503) {
      throw new Trouble(false, "status-" + status);
    }
    if (status >= 500 || status == 408) {
      throw new Trouble(true, "status-" + status);
    }
    return Optional.of(new Answer.Bad("status-" + status, status < 400));
  }

  static Answer read(Action action, byte[] body) {
    try {
      var json = JSON.readTree(body);
      return switch (Told.of(action, output -> at(json, output))) {
        case Told.Good(var values) -> new Answer.Good(values);
        case Told.Bad(var output) -> new Answer.Bad("output-" + output, true);
      };
    } catch (JacksonException _) {
      return new Answer.Bad("no-json", true);
    }
  }

  private static Optional<Object> at(JsonNode json, Action.Output output) {
    var node = json;
    for (var step : output.path()) {
      node = node.isArray() && isIndex(step) ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(value(node));
  }

  private static boolean isIndex(String step) {
    return step.length() <= 4 && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A group or a list fits no type. */
  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean()
        ? (Object) node.booleanValue()
        : node.isString() ? node.stringValue() : "";
  }
}
