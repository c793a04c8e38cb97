package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Slot;
import dev.sayonce.flow.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Binds the slots of a flow; the options of its choices are the values of the slots they fill. */
record SlotReader(Place steps, Texts texts) {

  /** A repeated group that repeats something itself: it can take for ever on some input. */
  private static final Pattern EXPLOSIVE = Pattern.compile("[+*}]\\)+[+*{]");

  Slot read(String name, Place place) {
    var type = type(name, place);
    var example = place.find("example").map(Place::text);
    if (example.isPresent() && type.accept(example.get()).isEmpty()) {
      place.at("example").problem("The example does not fit its own slot: correct one of them.");
    }
    var pii = place.at("pii").node().asBoolean(false);
    var askedBy = place.at("asked-by").items().stream().map(Place::text).toList();
    return new Slot(name, texts.text(place.at("title")), type, example, askedBy, pii);
  }

  private SlotType type(String name, Place place) {
    var options = optionsFor(name);
    var type = place.find("type").map(Place::text).orElseGet(() -> usualType(place, options));
    checkChoice(type, options, place);
    return switch (type) {
      case "email" -> new SlotType.Email();
      case "phone" -> new SlotType.Phone();
      case "reach" -> new SlotType.Reach();
      case "shaped" -> shaped(place.at("pattern"));
      case "choice" -> new SlotType.OneOf(options);
      default -> new SlotType.Words();
    };
  }

  private static String usualType(Place place, List<String> options) {
    if (place.has("pattern")) {
      return "shaped";
    }
    return options.isEmpty() ? "text" : "choice";
  }

  private static void checkChoice(String type, List<String> options, Place place) {
    if (type.equals("choice") && options.isEmpty()) {
      place.at("type").problem("No choice fills this slot: add a choice or change the type.");
    } else if (!type.equals("choice") && !options.isEmpty()) {
      place.at("type").problem("A choice fills this slot: write type: choice, or no type at all.");
    }
  }

  private List<String> optionsFor(String slot) {
    return steps.items().stream()
        .filter(step -> step.at("choice").text().equals(slot))
        .flatMap(step -> step.at("options").items().stream())
        .map(option -> option.at("id").text())
        .distinct()
        .toList();
  }

  private static SlotType shaped(Place pattern) {
    return compiled(pattern).<SlotType>map(SlotType.Shaped::new).orElseGet(SlotType.Words::new);
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
