package dev.sayonce.flow;

import java.util.List;

/**
 * How questions are matched with answers and flows.
 *
 * @param answerFrom the least probability (0 to 1) of being right with which an answer is given
 * @param askFrom the least probability that one of three is right with which they are offered to
 *     choose from; below it a person is called
 * @param synonyms groups of words, in whatever languages, that mean the same to this company
 */
public record Matching(double answerFrom, double askFrom, List<List<String>> synonyms) {

  /** What holds where a company says nothing else. */
  public static final Matching USUAL = new Matching(0.6, 0.1, List.of());

  /** The same thresholds with other synonyms. */
  public Matching with(List<List<String>> others) {
    return new Matching(answerFrom, askFrom, others);
  }
}
