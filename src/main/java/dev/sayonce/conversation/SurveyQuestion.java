package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.template.TemplateValues;
import dev.sayonce.flow.words.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The survey after a case: a score from 0 to 10, then why. Nobody is held by it. */
record SurveyQuestion(Draft draft, Step.Survey step) {

  private static final int BEST = 10;
  private static final int LONGEST_REASON = 1000;
  private static final String SKIP = "skip";

  int ask(TemplateValues values) {
    return scored()
        ? say(step.why(), Phrase.SURVEY_WHY, values)
        : say(step.say(), Phrase.SURVEY_SCORE, values);
  }

  private int say(Optional<dev.sayonce.flow.LocalText> own, Phrase ours, TemplateValues values) {
    var company = Map.of("company", draft.flows().company().name());
    return own.map(text -> draft.say(text, values, buttons()))
        .orElseGet(() -> draft.say(ours, company, buttons()));
  }

  private boolean scored() {
    return draft.survey().isPresent();
  }

  List<Button> buttons() {
    return scored()
        ? List.of(new Button(SKIP, draft.flows().phrases().say(Phrase.SKIP, draft.language())))
        : IntStream.rangeClosed(0, BEST)
            .mapToObj(Integer::toString)
            .map(score -> new Button(score, score))
            .toList();
  }

  /**
   * @param next told false if the reason is still to be asked, true if everything is said
   */
  boolean answer(String words, Consumer<Boolean> next) {
    if (scored()) {
      finish(Optional.of(words.strip()), next);
      return true;
    }
    var score =
        Numbers.in(words)
            .map(Numbers.Found::value)
            .filter(n -> n.stripTrailingZeros().scale() <= 0)
            .filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(BEST)) <= 0);
    score.ifPresent(s -> score(s.intValue(), next));
    return score.isPresent();
  }

  void press(String option, Consumer<Boolean> next) {
    if (scored()) {
      finish(Optional.empty(), next);
    } else {
      score(Integer.parseInt(option), next);
    }
  }

  private void score(int score, Consumer<Boolean> next) {
    draft.survey(new Survey(score, Optional.empty()));
    draft.notice("surveyed", Map.of("score", Integer.toString(score)));
    next.accept(false);
  }

  private void finish(Optional<String> why, Consumer<Boolean> next) {
    var reason = why.map(w -> w.substring(0, Math.min(w.length(), LONGEST_REASON)));
    draft.survey().ifPresent(s -> draft.survey(new Survey(s.score(), reason)));
    draft.say(Phrase.SURVEY_THANKS);
    next.accept(true);
  }
}
