package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Remember;
import dev.sayonce.flow.Slot;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Binds the slots of a flow; the options of its choices are the values of the slots they fill. */
record SlotReader(Place steps, Texts texts, List<String> regions) {

  /** A repeated group that repeats something itself: it can take for ever on some input. */
  private static final Pattern EXPLOSIVE = Pattern.compile("[+*}]\\)+[+*{]");

  Slot read(String name, Place place) {
    var type = type(name, place);
    var example = place.find("example").map(Place::text);
    if (example.isPresent() && type.normal(example.get()).isEmpty()) {
      place.at("example").problem("The example does not fit its own slot: correct one of them.");
    }
    var askedBy = place.at("asked-by").items().stream().map(Place::text).toList();
    return new Slot(
        name,
        texts.text(place.at("title")),
        type,
        example,
        askedBy,
        place.at("pii").node().asBoolean(false),
        place.find("remember").map(SlotReader::remember).orElse(Remember.CONVERSATION));
  }

  private static Remember remember(Place place) {
    return Remember.valueOf(place.text().toUpperCase(Locale.ROOT));
  }

  SlotType type(String name, Place place) {
    var options = options(name, place);
    var type = place.find("type").map(Place::text).orElseGet(() -> usualType(place, options));
    checkChoice(type, options, place);
    return switch (type) {
      case "email" -> new EmailSlot();
      case "phone" -> new PhoneSlot(regions);
      case "reach" -> new ReachSlot(regions);
      case "number" -> number(place);
      case "date" -> new DateSlot();
      case "time" -> new TimeSlot();
      case "money" -> money(place.at("currency"));
      case "yes-no" -> new YesNoSlot();
      case "shaped" -> shaped(place.at("pattern"));
      case "choice" -> new ChoiceSlot(options);
      default -> new TextSlot();
    };
  }

  private static String usualType(Place place, List<ChoiceSlot.Option> options) {
    if (place.has("pattern")) {
      return "shaped";
    }
    return options.isEmpty() ? "text" : "choice";
  }

  private static void checkChoice(String type, List<ChoiceSlot.Option> options, Place place) {
    if (type.equals("choice") && options.isEmpty()) {
      place.at("type").problem("No choice fills this slot: give it options or change the type.");
    } else if (!type.equals("choice") && !options.isEmpty()) {
      place.at("type").problem("A choice fills this slot: write type: choice, or no type at all.");
    }
  }

  /** Its own options, then those of the choices that fill it. */
  private List<ChoiceSlot.Option> options(String name, Place place) {
    var ofSteps =
        steps.items().stream()
            .filter(step -> step.at("choice").text().equals(name))
            .flatMap(step -> step.at("options").items().stream());
    return Stream.concat(place.at("options").items().stream(), ofSteps)
        .collect(OptionReader.distinct())
        .map(option -> new OptionReader(texts).forSlot(option))
        .toList();
  }

  private static SlotType number(Place place) {
    var type = new NumberSlot(decimal(place, "min"), decimal(place, "max"));
    if (type.min().isPresent()
        && type.max().isPresent()
        && type.min().get().compareTo(type.max().get()) > 0) {
      place.at("min").problem("The min is greater than the max, so nothing fits: swap them.");
    }
    return type;
  }

  private static Optional<BigDecimal> decimal(Place place, String key) {
    return place.find(key).map(limit -> limit.node().asDecimal(BigDecimal.ZERO));
  }

  private static SlotType money(Place place) {
    try {
      return new MoneySlot(Currency.getInstance(place.text()).getCurrencyCode());
    } catch (IllegalArgumentException _) {
      place.problem("There is no currency `" + place.text() + "`: write one like PLN or EUR.");
      return new MoneySlot("EUR");
    }
  }

  private static SlotType shaped(Place pattern) {
    return compiled(pattern).<SlotType>map(ShapedSlot::new).orElseGet(TextSlot::new);
  }

  private static Optional<Pattern> compiled(Place place) {
    try {
      if (EXPLOSIVE.matcher(place.text()).find()) {
        place.problem(
            "A repeated group repeats something itself, which can take for ever: simplify.");
        return Optional.empty();
      }
      return Optional.of(Pattern.compile(place.text()));
    } catch (PatternSyntaxException e) {
      place.problem(
          "The pattern is not a regular expression (%s at character %d): correct it."
              .formatted(e.getDescription(), Math.max(0, e.getIndex()) + 1));
      return Optional.empty();
    }
  }
}
