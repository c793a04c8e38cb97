package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Matching;
import java.util.List;

/** Binds what company.yaml says of understanding: thresholds and synonyms. */
final class MatchingReader {

  private final Place top;

  MatchingReader(Place company) {
    this.top = company;
  }

  Matching read() {
    var usual = Matching.USUAL;
    return new Matching(
        share("answer-from", usual.answerFrom()),
        share("ask-from", usual.askFrom()),
        top.at("synonyms").items().stream().map(MatchingReader::group).toList());
  }

  private static List<String> group(Place group) {
    return group.items().stream().map(Place::text).toList();
  }

  private double share(String key, double usual) {
    return top.at("understanding").find(key).map(p -> p.node().asDouble()).orElse(usual);
  }
}
