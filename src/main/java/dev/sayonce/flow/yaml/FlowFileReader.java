package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Slot;
import java.util.LinkedHashMap;
import java.util.Map;

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
    var steps = new StepsReader(top.at("steps"), slots.keySet(), scope);
    return new Flow(
        FileKind.id(top.file().path()),
        texts.text(top.at("title")),
        top.find("ask").map(texts::text),
        top.find("phrases").map(texts::examples).orElseGet(Map::of),
        slots,
        steps.read());
  }

  private Map<String, Slot> slots() {
    var reader = new SlotReader(top.at("steps"), texts);
    var slots = new LinkedHashMap<String, Slot>();
    top.at("slots").fields().forEach((name, place) -> slots.put(name, reader.read(name, place)));
    return slots;
  }
}
