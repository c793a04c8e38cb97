package dev.sayonce.flow.drawing;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Operand;
import dev.sayonce.flow.Step;
import dev.sayonce.flow.drawing.Drawing.Node;
import dev.sayonce.flow.drawing.Drawing.Shape;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in the box of a step. */
record Boxes(FlowSet set, Language language, Captions captions) {

  /** Nothing for a goto: it is an arrow. */
  Optional<Node> of(Step step) {
    return switch (step) {
      case Step.Say s -> box(s, Shape.SAY, "", in(s.say()));
      case Step.Ask a -> box(a, Shape.ASK, captions.say("asks", title(a.slot())), in(a.say()));
      case Step.Choice c -> box(c, Shape.CHOICE, choice(c), in(c.say()));
      case Step.Survey s -> box(s, Shape.ASK, captions.say("survey"), survey(s));
      case Step.Call c -> box(c, Shape.ACT, captions.say("calls", called(c)), arguments(c));
      case Step.Prove p ->
          box(p, Shape.ASK, captions.say("proves", called(p.sending())), arguments(p.sending()));
      case Step.Set s -> box(s, Shape.ACT, captions.say("sets"), settings(s));
      case Step.Branch b -> box(b, Shape.BRANCH, "", captions.say("decides"));
      case Step.Run r -> box(r, Shape.RUN, captions.say("runs"), title(r));
      case Step.Handoff h -> box(h, Shape.HANDOFF, handoff(h), h.say().map(this::in).orElse(""));
      case Step.End e -> box(e, Shape.END, "", captions.say(word(e)));
      case Step.Goto _ -> Optional.empty();
    };
  }

  private static Optional<Node> box(Step step, Shape shape, String caption, String text) {
    return Optional.of(new Node(shape, caption, text, step.id()));
  }

  /** A person, where the author named none. */
  Node person() {
    return new Node(Shape.HANDOFF, captions.say("handoff", team("")), "", Optional.empty());
  }

  /** The end behind the last step. */
  Node rest() {
    return new Node(Shape.END, "", captions.say("open"), Optional.empty());
  }

  private String choice(Step.Choice choice) {
    return choice
        .slot()
        .map(slot -> captions.say("choice-of", title(slot)))
        .orElseGet(() -> captions.say("choice"));
  }

  private String survey(Step.Survey step) {
    return step.say().map(this::in).orElseGet(() -> captions.say("survey-text"));
  }

  private String called(Step.Call call) {
    return set.action(call.action()).map(a -> in(a.title())).orElse(call.action());
  }

  private static String arguments(Step.Call call) {
    return call.with().entrySet().stream()
        .map(e -> e.getKey() + " = " + written(e.getValue()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String settings(Step.Set step) {
    return step.values().entrySet().stream()
        .map(e -> setting(title(e.getKey()), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private String setting(String slot, Optional<Operand> value) {
    return value.map(v -> slot + " = " + written(v)).orElseGet(() -> captions.say("forgets", slot));
  }

  private static String written(Operand value) {
    return switch (value) {
      case Operand.Computed(var expression) -> expression.source();
      case Operand.Written(var text) -> text;
      case Operand.Plain(var plain) -> plain.toString();
    };
  }

  private String handoff(Step.Handoff step) {
    return captions.say("handoff", team(step.team().orElse("")));
  }

  private String team(String id) {
    return in(set.company().team(id).title());
  }

  private static String word(Step.End step) {
    return switch (step.outcome()) {
      case RESOLVED -> "resolved";
      case OPEN -> "open";
    };
  }

  private String title(Step.Run step) {
    return set.flow(step.flow()).map(f -> in(f.title())).orElse(step.flow());
  }

  private String title(String slot) {
    return set.slot(slot).map(s -> in(s.title())).orElse(slot);
  }

  String in(LocalText text) {
    return Lettering.withoutForms(text.in(language));
  }
}
