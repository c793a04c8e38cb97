package dev.sayonce.knowledge;

import java.util.Set;

/** Messages of signs alone. */
final class Emoji {

  private static final Set<String> THANKS =
      Set.of(
          "👍", "🙏", "❤", "💚", "💙", "💛", "🧡", "💜", "😊", "🙂", "😀", "🤝", "👌", "🎉", "🥰",
          "😍", "💪");

  private Emoji() {}

  /** True if a sign in it is one of being content, and there are no words. */
  static boolean isThanks(String text) {
    return text.codePoints().mapToObj(Character::toString).anyMatch(THANKS::contains);
  }
}
