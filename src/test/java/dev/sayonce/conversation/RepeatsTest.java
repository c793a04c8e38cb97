package dev.sayonce.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of {@code repeats.md} asks for just what stands before it. */
class RepeatsTest {

  private static final String CONTACTS =
      """
      title: {en: Contacts, pl: Kontakty, ru: Контакты}
      slots:
        number:
          title: {en: Order number, pl: Numer zamówienia, ru: Номер заказа}
          pattern: '[A-Z]{2}\\d{6}'
          example: AB123456
          asked-by: [o które zamówienie chodzi, о каком заказе, which order]
        email: {title: {en: Contact, pl: Kontakt, ru: Контакт}, type: email}
        phone: {title: {en: Contact, pl: Kontakt, ru: Контакт}, type: phone}
        reason: {title: {en: Reason, pl: Powód, ru: Причина}}
        damage: {title: {en: What happened, pl: Co się stało, ru: Что случилось}}
      steps:
        - end: open
      """;

  private static final FlowSet FLOWS = flows();

  private static final Map<String, String> KNOWN =
      Map.of(
          "number", "AB123456",
          "email", "anna@example.com",
          "phone", "+48600100200",
          "reason", "damaged",
          "damage", "Urwany pasek");

  private static FlowSet flows() {
    var files = new HashMap<>(Shop.FILES);
    files.put("contacts.yaml", CONTACTS);
    return Shop.read(files);
  }

  static Stream<Arguments> sentences() {
    return lines()
        .filter(l -> l.startsWith("- "))
        .map(l -> l.substring(2))
        .map(l -> Arguments.of(l.substring(l.indexOf(": ") + 2), l.substring(0, l.indexOf(": "))));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void warnsOfWhatIsAskedAgainAndOfNothingElse(String sentence, String facts) {
    var expected = facts.equals("-") ? List.of() : List.of(facts.split(", "));
    assertThat(Repeats.in(sentence, KNOWN, FLOWS))
        .containsExactlyInAnyOrderElementsOf(cast(expected));
  }

  private static List<String> cast(List<?> facts) {
    return facts.stream().map(String::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void asksForNothingThatNobodyKnows(String sentence, String facts) {
    assertThat(Repeats.in(sentence, Map.of(), FLOWS)).isEmpty();
    assertThat(Repeats.in(sentence, Map.of("remark", "Szybko"), FLOWS)).isEmpty();
  }

  @Test
  void holdsEnoughSentencesOfEachKindAndLanguage() {
    var language = "";
    var counts = new HashMap<String, Integer>();
    for (var line : lines().toList()) {
      language = line.startsWith("## ") ? line.substring(3) : language;
      if (line.startsWith("- ")) {
        counts.merge(language + (line.startsWith("- -:") ? " speaks" : " asks"), 1, Integer::sum);
      }
    }
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(15));
  }

  @Test
  void goesByWhatIsKnownOfWhereSomebodyCanBeReached() {
    var byMail = Map.of("reach", "anna@example.com");
    assertThat(Repeats.in("What's your e-mail?", byMail, FLOWS)).containsExactly("reach");
    assertThat(Repeats.in("What's your phone number?", byMail, FLOWS)).isEmpty();
    var byPhone = Map.of("reach", "+48600100200");
    assertThat(Repeats.in("What's your e-mail?", byPhone, FLOWS)).isEmpty();
    assertThat(Repeats.in("What's your phone number?", byPhone, FLOWS)).containsExactly("reach");
  }

  @Test
  void findsTheQuestionInALongReply() {
    var reply =
        """
        Dzień dobry, tu Anna. Zamówienie AB123456 jest w drodze, kurier zadzwoni jutro.
        Żeby wystawić fakturę, potrzebuję jeszcze dwóch rzeczy: proszę podać adres e-mail.
        Miłego dnia!
        """;
    assertThat(Repeats.in(reply, KNOWN, FLOWS)).containsExactly("email");
  }

  private static Stream<String> lines() {
    try (var in = RepeatsTest.class.getResourceAsStream("repeats.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
