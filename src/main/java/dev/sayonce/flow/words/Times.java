package dev.sayonce.flow.words;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Times of day as people write them: {@code 14:30}, {@code o 9}, {@code wpół do szóstej}, {@code 5
 * pm}, {@code в половине третьего}.
 */
public final class Times {

  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d.,])([01]?\\d|2[0-3])(?:[:.]|\\s?h\\s?)([0-5]\\d)(?![\\d.])");
  private static final Pattern NO_CLOCK = Pattern.compile("\\d:\\d|\\d{3}");
  private static final Lexicon NOONS = Lexicon.of("noon");
  private static final Lexicon HALVES = Lexicon.of("half");
  private static final Lexicon QUARTERS = Lexicon.of("quarter");
  private static final Lexicon PARTS = Lexicon.of("part");
  private static final Lexicon ORDINALS = Lexicon.of("ordinal");
  private static final int NOON = 12;
  private static final int DAY = 24;
  private static final int EARLIEST = 7;

  private Times() {}

  /**
   * A time in a text.
   *
   * @param sure false where morning or evening had to be guessed
   */
  public record Found(LocalTime time, boolean sure) {}

  public static Optional<Found> in(String text, Locale locale) {
    var short1 = text.length() > 500 ? text.substring(0, 500) : text;
    var tokens = Tokens.of(short1);
    var part = part(tokens);
    var clock = CLOCK.matcher(short1);
    if (clock.find()) {
      int hour = Integer.parseInt(clock.group(1));
      int minute = Integer.parseInt(clock.group(2));
      boolean twelve = locale.getLanguage().equals("en") && hour < EARLIEST && hour > 0;
      return Optional.of(found(hour, minute, part, twelve));
    }
    return NO_CLOCK.matcher(short1).find() ? Optional.empty() : spoken(tokens, part);
  }

  private static Optional<Found> spoken(Tokens tokens, Optional<String> part) {
    for (int at = 0; at < tokens.size(); at++) {
      var noon = NOONS.at(tokens.words(), at);
      if (noon.isPresent()) {
        return Optional.of(new Found(LocalTime.of(noon.get().number(), 0), true));
      }
      var broken = half(tokens, at, part).or(quarterOf(tokens, at, part));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return hour(tokens, 0, true).map(h -> found(h.hour, 0, part, true));
  }

  /** wpół do szóstej is 5:30, half past five too. */
  private static Optional<Found> half(Tokens tokens, int at, Optional<String> part) {
    return HALVES
        .at(tokens.words(), at)
        .flatMap(
            half ->
                hour(tokens, at + half.length(), false)
                    .filter(h -> h.at == at + half.length())
                    .map(h -> half.value().equals("to") ? before(h.hour) : h.hour)
                    .map(h -> found(h, 30, part, true)));
  }

  private static Supplier<Optional<Found>> quarterOf(Tokens tokens, int at, Optional<String> part) {
    return () ->
        QUARTERS
            .at(tokens.words(), at)
            .flatMap(q -> quarter(tokens, at + q.length(), q.value(), part));
  }

  /**
   * Without a word between, the Russian quarter belongs to the hour that has begun: четверть
   * шестого.
   */
  private static Optional<Found> quarter(
      Tokens tokens, int at, String kind, Optional<String> part) {
    return hour(tokens, at, false)
        .filter(h -> h.at == at)
        .map(
            h -> {
              boolean begun = tokens.words().get(at - 1).equals("четверть");
              boolean to = kind.equals("to");
              return found(to || begun ? before(h.hour) : h.hour, to ? 45 : 15, part, true);
            });
  }

  private static int before(int hour) {
    return hour == 0 ? DAY - 1 : hour - 1;
  }

  private record Hour(int hour, int at) {}

  /** The first hour from that token on; one that is alone may be a bare figure. */
  private static Optional<Hour> hour(Tokens tokens, int from, boolean anywhere) {
    int last = anywhere ? tokens.size() : Math.min(tokens.size(), from + 1);
    for (int at = from; at < last; at++) {
      int here = at;
      var hour =
          Numbers.at(tokens, at)
              .filter(n -> n.value().stripTrailingZeros().scale() <= 0)
              .map(n -> n.value().intValue())
              .or(() -> ordinal(tokens, here))
              .filter(h -> h >= 0 && h <= DAY);
      if (hour.isPresent()) {
        return Optional.of(new Hour(hour.get() % DAY, at));
      }
    }
    return Optional.empty();
  }

  /** dwudziestej pierwszej is one hour. */
  private static Optional<Integer> ordinal(Tokens tokens, int at) {
    return ORDINALS
        .at(tokens.words(), at)
        .map(Lexicon.Match::number)
        .map(
            h ->
                h == 20
                    ? h
                        + ORDINALS
                            .at(tokens.words(), at + 1)
                            .map(Lexicon.Match::number)
                            .filter(unit -> unit < 5)
                            .orElse(0)
                    : h);
  }

  private static Optional<String> part(Tokens tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      var part = PARTS.at(tokens.words(), at);
      if (part.isPresent() && !(tokens.is(at, "am") && tokens.figure(at - 1).isEmpty())) {
        return part.map(Lexicon.Match::value);
      }
    }
    return Optional.empty();
  }

  /** Where nothing tells morning from evening, shops and couriers are about from 7 to 19. */
  private static Found found(int hour, int minute, Optional<String> part, boolean guess) {
    int shifted =
        switch (part.orElse("")) {
          case "morning" -> hour == NOON ? 0 : hour;
          case "evening" -> hour < NOON ? hour + NOON : hour;
          case "night" -> hour >= 9 && hour < NOON ? hour + NOON : hour % NOON;
          default -> guess && hour > 0 && hour < EARLIEST ? hour + NOON : hour;
        };
    boolean sure = part.isPresent() || !guess || hour > NOON;
    return new Found(LocalTime.of(shifted, minute), sure);
  }
}
