package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  private static final Candidate NEW =
      new Candidate(Intent.flow("return"), Language.PL, "buty oddaję");

  private final Examples shop = new Examples(Shop.FLOWS);

  @Test
  void theSameSetWithMore() {
    var more = shop.with(List.of(NEW));

    assertThat(more.hash()).isEqualTo(Shop.FLOWS.hash());
    assertThat(phrases(more.flow("return").orElseThrow()))
        .startsWith(phrases(Shop.FLOWS.flow("return").orElseThrow()).toArray(String[]::new))
        .endsWith("buty oddaję");
    assertThat(new Examples(more).meaning("BUTY ODDAJE!")).hasValue(NEW.intent());
    assertThat(more.flow("return").orElseThrow().steps())
        .isEqualTo(Shop.FLOWS.flow("return").orElseThrow().steps());
  }

  private static List<String> phrases(Flow flow) {
    return flow.phrases().get(Language.PL);
  }

  @Test
  void leavesOutWhatTheFilesUseOtherwiseOrNobodyAsksFor() {
    var strange =
        List.of(
            new Candidate(Intent.flow("gone"), Language.EN, "anything"),
            new Candidate(Intent.flow("return"), Language.EN, "How much is delivery"),
            new Candidate(Intent.flow("return"), new Language("de"), "zurück damit"));
    assertThat(shop.with(strange)).isEqualTo(Shop.FLOWS);
  }

  @Test
  void theSameSetWithFewer() {
    var fewer = new Examples(shop.without(e -> e.language().equals(Language.RU)));
    assertThat(fewer.all()).isNotEmpty().noneMatch(e -> e.language().equals(Language.RU));
    assertThat(fewer.all().size()).isLessThan(shop.all().size());
  }

  @Test
  void namesAllThatCustomersMayAskFor() {
    assertThat(shop.intents())
        .contains(Intent.answer("delivery-cost"), Intent.flow("return"), Intent.PERSON)
        .doesNotContain(Intent.flow("gone"));
  }

  @Test
  void wordsThatDifferInCaseAndMarksOnlyAreTheSame() {
    assertThat(new Candidate(NEW.intent(), NEW.language(), "Buty oddaje!").id())
        .isEqualTo(NEW.id());
    assertThat(new Candidate(Intent.PERSON, NEW.language(), NEW.text()).id())
        .isNotEqualTo(NEW.id());
  }
}
