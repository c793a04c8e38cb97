package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Walked;
import dev.sayonce.flow.talk.Talk;
import java.util.List;
import java.util.Optional;

/**
 * A talk that was played.
 *
 * @param transcript what was said, and what only agents would see
 * @param walked the steps that it went through
 * @param failure empty if everything followed as the author wrote
 */
public record Played(
    Talk talk, List<Entry> transcript, List<Walked> walked, Optional<Failure> failure) {

  /**
   * Where the talk left the script.
   *
   * @param line of the file
   * @param expected what the author wrote there
   * @param got what came instead
   * @param state where the conversation stood, in a few lines
   */
  public record Failure(int line, String expected, String got, List<String> state) {}

  public boolean passed() {
    return failure.isEmpty();
  }
}
