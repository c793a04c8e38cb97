package dev.sayonce.conversation;

import dev.sayonce.flow.words.Plain;

/** Which language the bot speaks: the one that was asked for, else that of the customer. */
record Speaking(Draft draft, Dialogue dialogue) {

  /** So many words are a sentence. */
  private static final int SENTENCE = 4;

  /** True if the words were a request to speak another language and nothing more. */
  boolean isSwitched() {
    var spoken = draft.flows().company().languages();
    var wanted = draft.understanding().wantsLanguage().filter(spoken::contains);
    wanted.ifPresent(
        language -> {
          draft.speak(language, true);
          BotTalk.repeat(draft, dialogue);
        });
    return wanted.isPresent();
  }

  /**
   * Speaks as the customer does, unless they chose a language.
   *
   * @param anyWords true if they answer a question that takes any words
   */
  void follow(String words, boolean anyWords) {
    if (!anyWords || isTelling(words)) {
      follow();
    }
  }

  void follow() {
    if (!draft.before().languageChosen()) {
      draft
          .understanding()
          .language()
          .filter(draft.flows().company().languages()::contains)
          .ifPresent(language -> draft.speak(language, false));
    }
  }

  /**
   * A name or an address is of its own language, whatever its owner speaks. A sentence tells, or
   * other letters than the Latin ones.
   */
  private boolean isTelling(String words) {
    boolean sentence =
        Plain.tokens(words).size() >= SENTENCE && words.chars().noneMatch(Character::isDigit);
    return sentence
        || draft.language().isLatin() && words.codePoints().noneMatch(Speaking::isLatin);
  }

  private static boolean isLatin(int codePoint) {
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }
}
