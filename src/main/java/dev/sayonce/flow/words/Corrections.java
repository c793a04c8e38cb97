package dev.sayonce.flow.words;

/** Whether somebody takes back what they said: "no, the other one", "nie, chodzi o …". */
public final class Corrections {

  private static final Lexicon WORDS = Lexicon.of("correction");
  private static final int NEAR_THE_BEGINNING = 6;

  private Corrections() {}

  /** True if the message begins like a correction. */
  public static boolean isOne(String text) {
    var tokens = Plain.tokens(text);
    for (int at = 0; at < Math.min(tokens.size(), NEAR_THE_BEGINNING); at++) {
      if (WORDS.at(tokens, at).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
