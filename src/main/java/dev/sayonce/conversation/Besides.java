package dev.sayonce.conversation;

import dev.sayonce.conversation.Understanding.Guess;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a wish may have meant besides what was done about it.
 *
 * @param others what comes next if the first guess was wrong, best first; how sure each is counts
 *     what was tried as ruled out
 * @param next a second wish that waits until the first is dealt with
 */
public record Besides(List<Guess> others, Optional<Wish> next) {

  /** Nothing else was likely, and nothing waits. */
  public static final Besides NONE = new Besides(List.of(), Optional.empty());

  private static final double ROUNDING = 100;

  /** A wish with the words that it came in. */
  public record Wish(Intent intent, String words) {}

  public Besides {
    others = List.copyOf(Objects.requireNonNullElse(others, List.of()));
  }

  /** New words were guessed at. */
  Besides with(List<Guess> guesses) {
    return new Besides(guesses.stream().map(g -> rounded(g, g.sure())).toList(), next);
  }

  Besides with(Optional<Wish> wish) {
    return new Besides(others, wish);
  }

  /** That is being dealt with: if it is not what was meant, the others are all the likelier. */
  Besides without(Intent tried) {
    double gone =
        others.stream()
            .filter(g -> g.intent().equals(tried))
            .mapToDouble(Guess::sure)
            .findFirst()
            .orElse(0);
    return new Besides(
        others.stream()
            .filter(g -> !g.intent().equals(tried))
            .map(g -> rounded(g, gone < 1 ? g.sure() / (1 - gone) : 0))
            .toList(),
        next.filter(wish -> !wish.intent().equals(tried)));
  }

  private static Guess rounded(Guess guess, double sure) {
    return new Guess(guess.intent(), Math.round(Math.min(1, sure) * ROUNDING) / ROUNDING);
  }
}
