package dev.sayonce.learning;

import dev.sayonce.Sha256;
import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.words.Plain;

/**
 * Words that may become an example of what is meant by them.
 *
 * @param text without anything personal
 */
public record Candidate(Intent intent, Language language, String text) {

  private static final int ID_LENGTH = 20;

  /** The same for words that differ only in case, diacritics and punctuation. */
  public String id() {
    var all = "%s %s %s".formatted(intent, language, Plain.words(text));
    return Sha256.hex(all).substring(0, ID_LENGTH);
  }
}
