package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import java.util.List;

/**
 * What would come of a new example.
 *
 * @param today what the bot does about its words now
 * @param worse questions that it would serve less well, as tried on what was held back
 * @param better those that it would serve better
 * @param tests the authors' tests that pass now and would fail
 * @param tried how many questions were tried
 * @param basis what it was tried on; an acceptance shows it, so that what takes effect is what was
 *     shown
 */
public record Review(
    Meaning today,
    List<Change> worse,
    List<Change> better,
    List<BrokenTest> tests,
    int tried,
    String basis) {

  /** A question that would be understood otherwise. */
  public record Change(Candidate question, Meaning before, Meaning after) {

    /**
     * True if an example of that intent may be the cause. Teaching anew also shifts here and there
     * how sure the bot is of things that have nothing to do with it.
     */
    boolean concerns(Intent intent) {
      return question.intent().equals(intent)
          || before.intents().contains(intent)
          || after.intents().contains(intent);
    }

    int worth() {
      return after.worth(question.intent()) - before.worth(question.intent());
    }
  }

  /**
   * A test of the authors that would fail.
   *
   * @param line of the file
   */
  public record BrokenTest(String name, String file, int line, String expected, String got) {}
}
