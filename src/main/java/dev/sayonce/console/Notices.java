package dev.sayonce.console;

import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.handoff.Titles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What agents are told of a line that has no words: a code, details, and titles for bare names. */
final class Notices {

  private Notices() {}

  static Optional<Map<String, Object>> of(Content content, FlowSet flows) {
    return switch (content) {
      case Content.Notice(var code, var details) -> Optional.of(notice(code, details, flows));
      case Content.Matched(var outcome, var guesses) ->
          Optional.of(
              Map.of(
                  "code", "matched",
                  "outcome", Summary.word(outcome),
                  "intents", guesses.stream().map(guess -> guess(guess, flows)).toList()));
      case Content.Text _, Content.Pressed _, Content.File _, Content.Edited _, Content.Special _ ->
          Optional.empty();
    };
  }

  static Map<String, Object> notice(String code, Map<String, String> details, FlowSet flows) {
    var all = new HashMap<String, Object>(details);
    all.put("code", code);
    switch (code) {
      case "slot", "guess", "forgotten" -> {
        var name = details.getOrDefault("name", "");
        all.put("title", Titles.slot(name, flows));
        flows
            .label(name, details.getOrDefault("value", ""))
            .ifPresent(label -> all.put("label", label));
      }
      case "about", "also-asked" -> {
        var intent = details.getOrDefault("intent", "");
        if (Intent.isIntent(intent)) {
          all.put("title", Titles.intent(Intent.parse(intent), flows));
        }
      }
      case "called", "call-done", "call-failed", "approval-asked", "approval-declined" ->
          flows
              .action(details.getOrDefault("action", ""))
              .ifPresent(
                  action -> {
                    all.put("title", action.title());
                    all.put("inputs", CompanyLine.inputs(action));
                  });
      case "asked-again" -> all.put("title", Titles.slot(details.getOrDefault("slot", ""), flows));
      default -> {}
    }
    return all;
  }

  private static Map<String, Object> guess(Guess guess, FlowSet flows) {
    return Map.of(
        "id", guess.intent().toString(),
        "title", Titles.intent(guess.intent(), flows),
        "sure", guess.sure());
  }
}
