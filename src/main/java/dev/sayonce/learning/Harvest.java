package dev.sayonce.learning;

import dev.sayonce.conversation.AboutQuestion;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in a talk what a customer's words meant, as the customer or an agent said afterwards. */
final class Harvest {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  private final Conversation conversation;
  private final FlowSet flows;

  /**
   * @param flows the active set: what is in it already need not be learned
   */
  Harvest(Conversation conversation, FlowSet flows) {
    this.conversation = conversation;
    this.flows = flows;
  }

  /** The button of an answer or flow that the customer pressed in that entry, if it is one. */
  static Optional<Content.Pressed> pressed(Entry entry) {
    return entry.author() instanceof Author.Customer
            && entry.content() instanceof Content.Pressed pressed
            && Intent.isIntent(pressed.option())
        ? Optional.of(pressed)
        : Optional.empty();
  }

  /**
   * A button chose among what the words may mean.
   *
   * @param before the entries up to the one that has the button; only if the turn that made it
   *     guessed at words of the customer do these words mean what was pressed
   */
  Optional<Sighting> pressed(Content.Pressed pressed, List<Entry> before) {
    var asked = before.stream().filter(e -> e.number() == pressed.entry()).findFirst();
    var turn =
        before.stream()
            .filter(e -> asked.filter(a -> a.event().equals(e.event())).isPresent())
            .toList();
    return turn.stream().anyMatch(Harvest::isGuess)
        ? words(turn).flatMap(text -> sighting(pressed, text))
        : Optional.empty();
  }

  private static boolean isGuess(Entry entry) {
    return entry.content() instanceof Content.Matched(var outcome, _) && outcome == Outcome.WHICH;
  }

  private static Optional<String> words(List<Entry> turn) {
    return turn.stream()
        .filter(e -> e.author() instanceof Author.Customer)
        .filter(e -> e.content() instanceof Content.Text)
        .flatMap(e -> e.text().stream())
        .findFirst();
  }

  private Optional<Sighting> sighting(Content.Pressed pressed, String text) {
    var mark = "%s:%d".formatted(conversation.id(), pressed.entry());
    return candidate(pressed.option(), text)
        .map(c -> new Sighting(c, Proposal.Source.PRESSED, conversation.id().value(), mark));
  }

  /** An agent said in that entry what the question was about. */
  Optional<Sighting> told(Entry entry) {
    return AboutQuestion.in(entry)
        .flatMap(
            about ->
                candidate(about.intent(), about.question())
                    .map(
                        c ->
                            new Sighting(
                                c,
                                Proposal.Source.AGENT,
                                conversation.id().value(),
                                "%s:%d".formatted(conversation.id(), entry.number()))));
  }

  private Optional<Candidate> candidate(String intent, String words) {
    var text = PersonalData.without(words, personal());
    var candidate = new Candidate(Intent.parse(intent), conversation.language(), text);
    var examples = new Examples(flows);
    return isExampleSized(text)
            && examples.isAskedFor(candidate.intent())
            && !examples.has(candidate)
        ? Optional.of(candidate)
        : Optional.empty();
  }

  /** A letter or a single sign is no example. */
  static boolean isExampleSized(String text) {
    return text.length() <= LONGEST
        && text.codePoints().filter(Character::isLetter).count() >= SHORTEST;
  }

  private List<String> personal() {
    return conversation.slots().entrySet().stream()
        .filter(slot -> flows.slot(slot.getKey()).map(Slot::pii).orElse(true))
        .map(Map.Entry::getValue)
        .toList();
  }
}
