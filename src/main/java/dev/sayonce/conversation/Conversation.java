package dev.sayonce.conversation;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Remember;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One case, from the first message to its end: everything that the next turn depends on. The
 * transcript stands beside it.
 *
 * @param flowSet the hash of the flow set it began with
 * @param languageChosen true if the customer chose the language: their words no longer change it
 * @param question the customer's last words that were a wish, not the answer to a question of ours
 * @param slots what is known, by slot name
 * @param guessed the slots among them that the customer has not confirmed yet
 * @param survey what the customer thinks of the case, once they were asked
 * @param tried answers already given, oldest first
 * @param last the number of the last entry
 * @param lastPublic the number of the last entry that the customer may see
 * @param previous the case before this one on the same thread
 * @param linked the customer's contacts besides the one that the thread began with
 * @param identity who the customer has proved to be, if they have
 * @param besides what else the question may have meant, and what waits
 * @param pending the actions under way, oldest first
 * @param approvals the actions that wait for the word of somebody who may do more, oldest first
 * @param complaints of the thread, of this case and those before it, oldest first
 */
public record Conversation(
    ConversationId id,
    Contact contact,
    String flowSet,
    Language language,
    boolean languageChosen,
    Instant began,
    Mode mode,
    String question,
    Map<String, String> slots,
    Set<String> guessed,
    Optional<Survey> survey,
    List<Tried> tried,
    Map<Timer, Instant> timers,
    int last,
    int lastPublic,
    Optional<Words> words,
    Optional<ConversationId> previous,
    List<Contact> linked,
    Optional<Identity> identity,
    Besides besides,
    List<Pending> pending,
    List<Approval> approvals,
    List<Complaint> complaints) {

  public Conversation {
    slots = Map.copyOf(slots);
    guessed = Set.copyOf(Objects.requireNonNullElse(guessed, Set.of()));
    tried = List.copyOf(tried);
    timers = Map.copyOf(timers);
    linked = List.copyOf(Objects.requireNonNullElse(linked, List.of()));
    besides = Objects.requireNonNullElse(besides, Besides.NONE);
    pending = List.copyOf(Objects.requireNonNullElse(pending, List.of()));
    approvals = List.copyOf(Objects.requireNonNullElse(approvals, List.of()));
    complaints = List.copyOf(Objects.requireNonNullElse(complaints, List.of()));
  }

  /** A conversation about to begin with an event: the bot listens, nothing has been said. */
  static Conversation begin(
      ThreadId thread, Event.ByCustomer event, FlowSet flows, Optional<Conversation> before) {
    return new Conversation(
        ConversationId.begunBy(thread, event.id()),
        before.map(Conversation::contact).orElseGet(event::contact),
        flows.hash(),
        before.map(Conversation::language).orElseGet(() -> firstLanguage(event, flows)),
        before.map(Conversation::languageChosen).orElse(false),
        event.at(),
        new Mode.WithBot(Dialogue.Idle.FRESH),
        "",
        before.map(c -> ofTheCustomer(c, flows)).orElseGet(Map::of),
        Set.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        0,
        0,
        Optional.empty(),
        before.map(Conversation::id),
        before.map(Conversation::linked).orElseGet(List::of),
        before.flatMap(Conversation::identity),
        Besides.NONE,
        List.of(),
        List.of(),
        before.map(Conversation::complaints).orElseGet(List::of));
  }

  /** What earlier cases learned for good. */
  private static Map<String, String> ofTheCustomer(Conversation before, FlowSet flows) {
    var facts = new HashMap<String, String>();
    before
        .slots()
        .forEach(
            (name, value) ->
                flows
                    .slot(name)
                    .filter(
                        s -> s.remember() == Remember.CUSTOMER && !before.guessed.contains(name))
                    .flatMap(s -> s.type().normal(value))
                    .ifPresent(kept -> facts.put(name, kept)));
    return facts;
  }

  private static Language firstLanguage(Event.ByCustomer event, FlowSet flows) {
    var company = flows.company();
    return event.hint().filter(company.languages()::contains).orElse(company.defaultLanguage());
  }

  /** All contacts of the customer, the one that the thread began with first. */
  public List<Contact> contacts() {
    return Stream.concat(Stream.of(contact), linked.stream()).toList();
  }

  /** True for a line that some contact of the customer does not fetch by itself. */
  public boolean isPushed(Entry entry) {
    return !entry.isPrivate()
        && !(entry.author() instanceof Entry.Author.Customer)
        && contacts().stream().anyMatch(Contact::pushed);
  }

  public boolean knows(Contact other) {
    return contact.equals(other) || linked.contains(other);
  }

  /** The earliest timer, if any is set. */
  public Optional<Map.Entry<Timer, Instant>> nextTimer() {
    return timers.entrySet().stream()
        .min(Map.Entry.<Timer, Instant>comparingByValue().thenComparing(Map.Entry::getKey));
  }

  /** Why a person is or was needed, if one is or was. */
  public Optional<Handoff> handoff() {
    return switch (mode) {
      case Mode.Queued q -> Optional.of(q.handoff());
      case Mode.WithAgent a -> Optional.of(a.handoff());
      case Mode.Closed c -> c.served().map(Mode.WithAgent::handoff);
      case Mode.WithBot _ -> Optional.empty();
    };
  }
}
