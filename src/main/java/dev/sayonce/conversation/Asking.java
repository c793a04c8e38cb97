package dev.sayonce.conversation;

import dev.sayonce.conversation.FactName.Kind;
import dev.sayonce.conversation.FactName.Spot;

/** Whether a sentence asks for the fact that it names at a certain spot. */
record Asking(Sentence sentence, Spot spot, Kind kind) {

  private static final int LOOK_BACK = 3;
  private static final int MOST_IN_A_LIST = 3;

  boolean isThere() {
    return kind == Kind.QUESTION
        ? sentence.isQuestion() || isWanted()
        : isWanted() || isWantedAfterwards() || isAskedBarely();
  }

  /**
   * Words of asking stand before the name with nothing of weight between, or only the first half of
   * a list: "please send me your name and your order number".
   */
  private boolean isWanted() {
    int more = 0;
    boolean inList = false;
    for (int i = spot.from() - 1; i >= 0; i--) {
      var word = sentence.at(i);
      if (wants(i) || !inList && AskingWords.WHICH.contains(word) && asksWhich(i)) {
        return true;
      }
      inList |= AskingWords.AND.contains(word);
      if (!AskingWords.LIGHT.contains(word) && (!inList || ++more > MOST_IN_A_LIST)) {
        return false;
      }
    }
    return false;
  }

  private boolean asksWhich(int i) {
    return switch (kind) {
      case MAIL -> !sentence.hasAny(AskingWords.RECEIVED);
      case PHONE -> AskingWords.AT.contains(sentence.at(i - 1)) || isSomebodys(i);
      case CLEAR, COMMON, QUESTION -> true;
    };
  }

  private boolean wants(int i) {
    var word = sentence.at(i);
    if (AskingWords.TELL.contains(word)) {
      return !isOurs(i) && !isDenied(i);
    }
    if (AskingWords.WRITE.contains(word)) {
      return (kind != Kind.MAIL || isSomebodys(i)) && !isOurs(i) && !isDenied(i);
    }
    if (AskingWords.NEED.contains(word)) {
      return !isTheirs(i) && !isDenied(i);
    }
    if (AskingWords.BEG.contains(word)) {
      return (kind == Kind.CLEAR || kind == Kind.QUESTION) && !isDenied(i);
    }
    return AskingWords.TELLING.contains(word) && sentence.at(i - 1).equals("o")
        || isHaving(i, word);
  }

  /** Does the customer have it, may we have it? */
  private boolean isHaving(int i, String word) {
    var before = sentence.at(i - 1);
    boolean mayWe = AskingWords.US.contains(before) && AskingWords.MAY.contains(sentence.at(i - 2));
    return switch (word) {
      case "have", "get" ->
          mayWe || sentence.isQuestion() && (before.equals("you") || before.equals("to"));
      case "know" ->
          sentence.at(i - 2).equals("let") || sentence.isQuestion() && before.equals("you");
      case "remember" -> sentence.isQuestion() && before.equals("you");
      case "есть" -> sentence.isQuestion() && isNear(i, "вас");
      case "jak" -> sentence.at(i + 1).equals("brzmi");
      case "можно" -> sentence.isQuestion();
      case "sharing", "telling", "giving", "sending" ->
          sentence.at(i - 1).equals("mind") || sentence.at(i - 2).equals("mind");
      case "ma" -> sentence.isQuestion() && AskingWords.YOU.contains(sentence.at(i + 1));
      case String other -> sentence.isQuestion() && AskingWords.YOU_HAVE.contains(other);
    };
  }

  private boolean isNear(int i, String word) {
    return sentence.at(i - 2).equals(word)
        || sentence.at(i - 1).equals(word)
        || sentence.at(i + 1).equals(word);
  }

  /** After the name nothing but a please, or a word of telling that means it. */
  private boolean isWantedAfterwards() {
    var before = sentence.words().subList(0, spot.from());
    var after = sentence.words().subList(spot.to(), sentence.words().size());
    boolean begged =
        before.stream().allMatch(AskingWords.LIGHT::contains)
            && after.stream().anyMatch(AskingWords::asksAfterwards)
            && after.stream()
                .allMatch(w -> AskingWords.LIGHT.contains(w) || AskingWords.asksAfterwards(w));
    return begged || isReferredTo();
  }

  /** "I can't find the order number, could you send it again?" */
  private boolean isReferredTo() {
    for (int i = spot.to(); i < sentence.words().size(); i++) {
      boolean told =
          AskingWords.TELL.contains(sentence.at(i)) || AskingWords.WRITE.contains(sentence.at(i));
      boolean it =
          AskingWords.IT.contains(sentence.at(i - 1))
              || AskingWords.IT.contains(sentence.at(i + 1));
      if (told && it && !isOurs(i) && !isDenied(i)) {
        return true;
      }
    }
    return false;
  }

  /** "And your order number?" */
  private boolean isAskedBarely() {
    return sentence.isQuestion()
        && sentence.words().subList(0, spot.from()).stream().allMatch(AskingWords.BARE::contains)
        && sentence.words().subList(spot.to(), sentence.words().size()).stream()
            .allMatch(AskingWords.BARE::contains);
  }

  /** Your e-mail: an address of somebody's, not a message to be written. */
  private boolean isSomebodys(int from) {
    return sentence.words().subList(from + 1, spot.from()).stream()
        .anyMatch(AskingWords.OWN::contains);
  }

  /** "No need to send", "nie musi Pan podać": nothing is wanted. */
  private boolean isDenied(int i) {
    for (int k = i - 1; k >= i - LOOK_BACK; k--) {
      var word = sentence.at(k);
      if (AskingWords.BEGINS_ANEW.contains(word)) {
        return false;
      }
      if (AskingWords.NOT.contains(word) || word.equals("не") && isNotNeeded(k, i)) {
        return true;
      }
    }
    return false;
  }

  /** A Russian "не" alone may be mere politeness: «не подскажете». */
  private boolean isNotNeeded(int from, int to) {
    return sentence.words().subList(from, to + 1).stream().anyMatch(AskingWords.NEED::contains);
  }

  /** "I'll give you", "we can confirm": it is we who tell. */
  private boolean isOurs(int i) {
    if (sentence.at(i + 1).equals("you")) {
      return true;
    }
    for (int k = i - 1; k >= i - LOOK_BACK; k--) {
      var word = sentence.at(k);
      if (word.equals("you") || word.equals("please")) {
        return false;
      }
      if (AskingWords.US.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** "You will need it", «вам понадобится»: they need it, not we. */
  private boolean isTheirs(int i) {
    return AskingWords.YOU.contains(sentence.at(i + 1))
        || sentence.words().subList(Math.max(0, i - LOOK_BACK), i).stream()
            .anyMatch(AskingWords.TO_YOU::contains);
  }
}
