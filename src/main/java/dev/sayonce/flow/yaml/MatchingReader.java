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
    double answerFrom = share("answer-from", usual.answerFrom());
    double askFrom = share("ask-from", usual.askFrom());
    if (askFrom > answerFrom) {
      top.at("understanding")
          .problem(
              "Nothing would ever be offered: `ask-from` (%s) must not be more than `answer-from` (%s)."
                  .formatted(askFrom, answerFrom));
    }
    return new Matching(
        answerFrom,
        askFrom,
        top.at("synonyms").items().stream().map(MatchingReader::group).toList());
  }

  private static List<String> group(Place group) {
    return group.items().stream().map(Place::text).toList();
  }

  private double share(String key, double usual) {
    return top.at("understanding").find(key).map(p -> p.node().asDouble()).orElse(usual);
  }
}
