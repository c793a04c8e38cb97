package dev.sayonce.knowledge;

import dev.sayonce.knowledge.meaning.Meaning;
import java.util.Optional;

/**
 * How far to trust what is found.
 *
 * @param inFirst that the first intent is right
 * @param inThree that one of the first three is
 */
record Trust(Confidence inFirst, Confidence inThree) {

  /** Takes the most time of all learning. */
  static Trust earned(Lessons lessons, Tongues tongues, Optional<Meaning> meaning) {
    // Examples have more of a company's synonyms in them than what users say: without is honest.
    var bare = new Helps(Synonyms.NONE, meaning);
    var trials = new Trials(lessons.examples(), lessons.offTopic(tongues), tongues, bare).run();
    return new Trust(Confidence.inFirst(trials), Confidence.inThree(trials));
  }
}
