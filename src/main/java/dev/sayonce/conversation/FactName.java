package dev.sayonce.conversation;

import dev.sayonce.flow.Slot;
import dev.sayonce.flow.slot.ChoiceSlot;
import dev.sayonce.flow.slot.DateSlot;
import dev.sayonce.flow.slot.EmailSlot;
import dev.sayonce.flow.slot.MoneySlot;
import dev.sayonce.flow.slot.NumberSlot;
import dev.sayonce.flow.slot.PhoneSlot;
import dev.sayonce.flow.slot.ReachSlot;
import dev.sayonce.flow.slot.ShapedSlot;
import dev.sayonce.flow.slot.TextSlot;
import dev.sayonce.flow.slot.TimeSlot;
import dev.sayonce.flow.slot.YesNoSlot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way to call a fact, in whatever form and order its words come. */
record FactName(List<String> words, Kind kind) {

  private static final int MOST_BETWEEN = 3;
  private static final int LONGEST_ENDING = 3;

  /** How much a name says by itself. */
  enum Kind {
    /** Names the fact and nothing else. */
    CLEAR,
    /** One common word, which is in many sayings: begging for it is none. */
    COMMON,
    /** A mail: may be the address, may be a message. */
    MAIL,
    /** A telephone: may be its number, may be the thing. */
    PHONE,
    /** A question by itself: "which order". */
    QUESTION
  }

  private static final List<FactName> EMAIL =
      Stream.concat(
              named(
                  Kind.CLEAR,
                  "adres email",
                  "adres mail",
                  "adres mailowy",
                  "adres poczty",
                  "адрес почты",
                  "адрес электронной почты",
                  "электронная почта",
                  "адрес email",
                  "email address"),
              named(Kind.MAIL, "email", "mail", "почта", "имейл", "мейл", "емейл"))
          .toList();

  private static final List<FactName> PHONE =
      Stream.concat(
              named(
                  Kind.CLEAR,
                  "numer telefonu",
                  "numer telefoniczny",
                  "numer komórkowy",
                  "номер телефона",
                  "номер мобильного",
                  "phone number",
                  "telephone number",
                  "mobile number"),
              named(Kind.PHONE, "telefon", "телефон", "phone", "telephone"))
          .toList();

  /** Where the name stands among the words of a sentence; {@code to} is the word after it. */
  record Spot(int from, int to) {}

  /** The names of a known fact. Where a person can be reached goes by what is known. */
  static List<FactName> of(Slot slot, String value) {
    var names = new ArrayList<FactName>();
    slot.askedBy().forEach(words -> add(names, words));
    switch (slot.type()) {
      case EmailSlot _ -> names.addAll(EMAIL);
      case PhoneSlot _ -> names.addAll(PHONE);
      case ReachSlot _ -> names.addAll(value.contains("@") ? EMAIL : PHONE);
      case TextSlot _,
          ShapedSlot _,
          NumberSlot _,
          DateSlot _,
          TimeSlot _,
          MoneySlot _,
          YesNoSlot _,
          ChoiceSlot _ ->
          slot.title().byLanguage().values().forEach(title -> add(names, title));
    }
    return names;
  }

  private static void add(List<FactName> names, String words) {
    Sentence.of(words).stream()
        .flatMap(s -> of(s.words()).stream())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
  }

  private static Optional<FactName> of(List<String> words) {
    if (words.stream().anyMatch(AskingWords.QUESTIONS::contains)) {
      return Optional.of(new FactName(words, Kind.QUESTION));
    }
    var heavy = words.stream().filter(w -> !AskingWords.LIGHT.contains(w)).toList();
    return switch (heavy.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new FactName(heavy, Kind.COMMON));
      default -> Optional.of(new FactName(heavy, Kind.CLEAR));
    };
  }

  private static Stream<FactName> named(Kind kind, String... names) {
    return Stream.of(names).map(n -> new FactName(Sentence.of(n).getFirst().words(), kind));
  }

  /** All places where the sentence names the fact. */
  List<Spot> in(Sentence sentence) {
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < sentence.words().size(); i++) {
      int to = end(sentence, i);
      if (to > i) {
        spots.add(new Spot(i, to));
      }
    }
    return spots;
  }

  /** Where a name that begins there ends; -1 if none begins there. */
  private int end(Sentence sentence, int from) {
    var left = new HashSet<>(words);
    int most = kind == Kind.QUESTION ? 0 : MOST_BETWEEN;
    int between = 0;
    for (int i = from; i < sentence.words().size() && between <= most; i++) {
      var word = sentence.at(i);
      var part = left.stream().filter(p -> isFormOf(p, word)).findFirst();
      if (part.isPresent()) {
        left.remove(part.get());
        between = 0;
        if (left.isEmpty()) {
          return i + 1;
        }
      } else if (i == from || !AskingWords.LIGHT.contains(word)) {
        return -1;
      } else {
        between++;
      }
    }
    return -1;
  }

  /** Polish and Russian words change their endings: what matters is how they begin. */
  private static boolean isFormOf(String word, String other) {
    int stem = word.length() <= 3 ? word.length() : word.length() - (word.length() < 7 ? 1 : 2);
    return other.length() >= stem
        && other.length() <= word.length() + LONGEST_ENDING
        && other.startsWith(word.substring(0, stem))
        && (word.length() > 3 || other.equals(word));
  }
}
