package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.DateSlot;
import dev.sayonce.flow.slot.EmailSlot;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.PhoneSlot;
import dev.sayonce.flow.slot.ReachSlot;
import dev.sayonce.flow.slot.ShapedSlot;
import dev.sayonce.flow.slot.SlotType;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.slot.TimeSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action of the catalogue as a form for an agent: what it is given, filled in as far as it is
 * known.
 *
 * @param confirm true if the customer has to say yes first
 * @param blocked {@code not-verified} while the customer has not proved who they are, where that is
 *     needed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ActionForm(
    String id, LocalText title, List<Input> inputs, boolean confirm, Optional<String> blocked) {

  /**
   * One value of it.
   *
   * @param type as the catalogue names it
   * @param value what is known, as people of that language write it
   * @param most what the agent may ask for alone
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Input(
      String name,
      LocalText title,
      String type,
      Optional<String> currency,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      Optional<String> example,
      List<Option> options,
      @JsonInclude(JsonInclude.Include.ALWAYS) boolean optional,
      Optional<String> value,
      Optional<BigDecimal> most) {}

  /** What may be chosen. */
  record Option(String id, LocalText label) {}

  static ActionForm of(Action action, Conversation conversation, Runner role, boolean isVerified) {
    return new ActionForm(
        action.id(),
        action.title(),
        action.input().values().stream()
            .filter(input -> !input.oneTimeCode())
            .map(input -> input(action, input, conversation, role))
            .toList(),
        action.rights().confirmed(),
        action.rights().verified() && !isVerified ? Optional.of("not-verified") : Optional.empty());
  }

  private static Input input(
      Action action, Action.Input input, Conversation conversation, Runner role) {
    var slot = input.slot();
    var type = slot.type();
    return new Input(
        slot.name(),
        slot.title(),
        word(type),
        type instanceof MoneySlot(var currency) ? Optional.of(currency) : Optional.empty(),
        type instanceof NumberSlot(var min, _) ? min : Optional.empty(),
        type instanceof NumberSlot(_, var max) ? max : Optional.empty(),
        slot.example().or(() -> type.example(conversation.language().locale())),
        type instanceof ChoiceSlot(var options)
            ? options.stream().map(ActionForm::option).toList()
            : List.of(),
        input.optional(),
        Optional.ofNullable(conversation.slots().get(input.known())).flatMap(type::normal),
        action.rights().limit(slot.name(), role));
  }

  private static Option option(ChoiceSlot.Option option) {
    var labels = new HashMap<Language, String>();
    option.words().forEach((code, words) -> labels.put(new Language(code), words.getFirst()));
    return new Option(option.id(), new LocalText(Map.copyOf(labels)));
  }

  private static String word(SlotType type) {
    return switch (type) {
      case TextSlot _ -> "text";
      case ShapedSlot _ -> "shaped";
      case NumberSlot _ -> "number";
      case DateSlot _ -> "date";
      case TimeSlot _ -> "time";
      case PhoneSlot _ -> "phone";
      case EmailSlot _ -> "email";
      case ReachSlot _ -> "reach";
      case MoneySlot _ -> "money";
      case YesNoSlot _ -> "yes-no";
      case ChoiceSlot _ -> "choice";
    };
  }
}
