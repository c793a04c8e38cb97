package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Turn;
import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Line;
import dev.sayonce.flow.talk.Talk;
import java.util.Optional;

/** Plays the authors' talks with one flow set; each talk begins anew. */
public final class TalkPlayer {

  private final FlowSet flows;
  private final Understander understander;

  public TalkPlayer(FlowSet flows, Understander understander) {
    this.flows = flows;
    this.understander = understander;
  }

  /** Plays up to the first line that does not hold. */
  public Played play(Talk talk) {
    var rehearsal = new Rehearsal(Scene.of(talk, flows, understander));
    var expectations = new Expectations(rehearsal);
    var failure = Optional.<Played.Failure>empty();
    for (var line : talk.lines()) {
      failure = perform(rehearsal, expectations, line);
      if (failure.isPresent()) {
        break;
      }
    }
    return new Played(talk, rehearsal.transcript(), rehearsal.walked(), failure);
  }

  private static Optional<Played.Failure> perform(
      Rehearsal rehearsal, Expectations expectations, Line line) {
    var got = happen(rehearsal, expectations, line);
    return got.map(
        words ->
            new Played.Failure(
                line.line(), Wording.of(line), words, new StateWords(rehearsal).lines()));
  }

  /** What came instead, if the line does not hold. */
  private static Optional<String> happen(
      Rehearsal rehearsal, Expectations expectations, Line line) {
    return switch (line) {
      case Line.User user -> {
        expectations.from(rehearsal);
        rehearsal.say(user.text());
        yield Optional.empty();
      }
      case Line.Press press -> {
        expectations.from(rehearsal);
        yield press(rehearsal, press.button());
      }
      case Line.Wait wait -> {
        expectations.from(rehearsal);
        rehearsal.pass(wait.time());
        yield Optional.empty();
      }
      case Line.Bot bot -> expectations.bot(bot);
      case Line.Handoff handoff -> expectations.handoff(handoff);
      case Line.End end -> expectations.end(end);
      case Line.Slots slots -> expectations.slots(slots.slots());
      case Line.Called called -> expectations.called(called);
    };
  }

  private static Optional<String> press(Rehearsal rehearsal, String name) {
    var offer = rehearsal.offer();
    if (offer.isEmpty()) {
      return Optional.of("there are no buttons to press");
    }
    var buttons = Rehearsal.buttons(offer.get());
    var button = buttons.stream().filter(b -> isNamed(b, name)).findFirst();
    return button
        .map(b -> rehearsal.press(offer.get().number(), b.id()))
        .map(turn -> turn.verdict() instanceof Turn.Verdict.Late ? "the button came too late" : "")
        .or(() -> Optional.of("there is no such button, only " + Wording.buttons(buttons)))
        .filter(words -> !words.isEmpty());
  }

  /** The id of a guess carries its kind before a colon, which an author may leave out. */
  static boolean isNamed(Button button, String name) {
    return button.id().equals(name)
        || button.label().equals(name)
        || button.id().substring(button.id().indexOf(':') + 1).equals(name);
  }
}
