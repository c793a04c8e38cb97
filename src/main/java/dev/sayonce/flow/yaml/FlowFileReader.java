package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Binds one flow and checks what can be told from it alone. */
final class FlowFileReader {

  private final Place top;
  private final Scope scope;
  private final Texts texts;

  FlowFileReader(Place top, Scope scope) {
    this.top = top;
    this.scope = scope;
    this.texts = new Texts(scope.languages());
  }

  Flow read() {
    var slots = slots();
    var expressions = new ExpressionReader(slots, results(top));
    new ResultUse(top, scope).check();
    var steps = new StepsReader(top.at("steps"), slots, scope, expressions);
    return new Flow(
        FileKind.id(top.file().path()),
        texts.text(top.at("title")),
        top.find("ask").map(texts::text),
        top.find("phrases").map(texts::examples).orElseGet(Map::of),
        slots,
        steps.read());
  }

  /** The names under which a flow keeps what its calls told. */
  static Set<String> results(Place flow) {
    return flow.at("steps").items().stream()
        .filter(step -> step.has("as"))
        .map(step -> step.at("as").text())
        .collect(Collectors.toSet());
  }

  private Map<String, Slot> slots() {
    var reader = new SlotReader(top.at("steps"), texts, scope.regions());
    var slots = new LinkedHashMap<String, Slot>();
    top.at("slots").fields().forEach((name, place) -> slots.put(name, reader.read(name, place)));
    return slots;
  }
}
