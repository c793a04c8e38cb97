package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Canned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds the canned replies. */
final class CannedReader {

  /** What every reply may name besides the slots. */
  static final Set<String> VARIABLES = Set.of("agent", "company", "customer");

  private final List<Canned> replies = new ArrayList<>();
  private Optional<Place> place = Optional.empty();

  void add(Place top, Texts texts) {
    place = Optional.of(top);
    top.fields()
        .forEach(
            (id, reply) ->
                replies.add(
                    new Canned(id, texts.text(reply.at("title")), texts.text(reply.at("text")))));
  }

  /** In the order of the file. */
  List<Canned> replies() {
    return List.copyOf(replies);
  }

  /** The file; empty where there is none. */
  Optional<Place> place() {
    return place;
  }
}
