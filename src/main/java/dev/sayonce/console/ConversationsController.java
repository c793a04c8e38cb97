package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Repeats;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.Delivery;
import dev.sayonce.engine.DeliveryStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Stored;
import dev.sayonce.engine.UnreadableState;
import dev.sayonce.flow.LocalText;
import dev.sayonce.handoff.HandoffCard;
import dev.sayonce.staff.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One conversation: its transcript, its card, and everything an agent can do in it. Each doing is
 * an event, like a customer's.
 */
@RestController
@RequestMapping("/console/api/conversations/{id}")
final class ConversationsController {

  private static final int NEWEST = 500;
  private static final int PAGE = 500;
  private static final int MOST_EARLIER = 20;
  private static final int ENOUGH = 40;

  /** All that an agent sees when opening a conversation. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Opened(
      Summary summary, Optional<CardLine> card, List<Line> entries, List<Earlier> earlier) {}

  /** A case before it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Earlier(
      String conversation,
      Optional<Instant> beganAt,
      Optional<Instant> endedAt,
      String status,
      Optional<String> question,
      Optional<String> agent) {

    static Earlier of(PastCase past) {
      return new Earlier(
          past.id().value(),
          past.beganAt(),
          past.endedAt(),
          past.status(),
          past.question(),
          past.agent());
    }
  }

  private final AgentDoings doings;
  private final ConversationStore store;
  private final DeliveryStore deliveries;
  private final FlowSets flows;
  private final Clock clock;

  ConversationsController(
      AgentDoings doings,
      ConversationStore store,
      DeliveryStore deliveries,
      FlowSets flows,
      Clock clock) {
    this.doings = doings;
    this.store = store;
    this.deliveries = deliveries;
    this.flows = flows;
    this.clock = clock;
  }

  @GetMapping
  Mono<Opened> open(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
    return doings
        .found(id, who)
        .flatMap(
            stored -> opened(new ConversationId(id), stored, stored.conversation().orElseThrow()))
        .onErrorResume(UnreadableState.class, e -> unreadable(new ConversationId(id), e));
  }

  /** What can be shown without the state: all that was said. */
  private Mono<Opened> unreadable(ConversationId id, UnreadableState failure) {
    return Mono.zip(
            store.newestEntries(id, NEWEST).collectList(),
            earlier(id).collectList(),
            deliveries.all(id))
        .map(
            all ->
                new Opened(
                    Summary.unreadable(id, all.getT1(), failure.version()),
                    Optional.empty(),
                    lines(all.getT1(), all.getT3()),
                    all.getT2()));
  }

  private Mono<Opened> opened(ConversationId id, Stored stored, Conversation current) {
    boolean isCurrent = current.id().equals(id);
    return Mono.zip(
            store.newestEntries(id, NEWEST).collectList(),
            earlier(id).collectList(),
            deliveries.all(id))
        .flatMap(
            both ->
                both.getT1().isEmpty()
                    ? Mono.error(AgentDoings.unknown())
                    : Mono.just(
                        new Opened(
                            isCurrent
                                ? Summary.of(current, stored.version())
                                : Summary.past(
                                    PastCase.of(id, both.getT1()), current, stored.version()),
                            isCurrent ? card(current) : Optional.empty(),
                            lines(both.getT1(), both.getT3()),
                            both.getT2())));
  }

  private List<Line> lines(List<Entry> entries, Map<Integer, Delivery> all) {
    return entries.stream()
        .map(e -> Line.of(e, flows.active()).delivered(Line.how(e, all)))
        .toList();
  }

  private Optional<CardLine> card(Conversation conversation) {
    return HandoffCard.of(conversation, flows.active(), clock.instant()).map(CardLine::of);
  }

  /** The newest cases before this one on the thread, newest first. */
  private Flux<Earlier> earlier(ConversationId id) {
    return store
        .cases(id.thread())
        .takeWhile(other -> !other.equals(id))
        .takeLast(MOST_EARLIER)
        .collectList()
        .flatMapIterable(List::reversed)
        .flatMapSequential(this::past, MOST_EARLIER)
        .map(Earlier::of);
  }

  /** From the beginning and the end of its transcript. */
  private Mono<PastCase> past(ConversationId id) {
    return Mono.zip(
            store.entriesAfter(id, 0, ENOUGH).collectList(),
            store.newestEntries(id, ENOUGH).collectList())
        .map(both -> Stream.concat(both.getT1().stream(), both.getT2().stream()))
        .map(entries -> entries.collect(Collectors.toMap(Entry::number, e -> e, (a, _) -> a)))
        .map(entries -> PastCase.of(id, List.copyOf(new TreeMap<>(entries).values())));
  }

  @GetMapping("/entries")
  Flux<Line> entries(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int after,
      @AuthenticationPrincipal SignedIn who) {
    return doings
        .visible(id, who)
        .flatMap(
            _ ->
                Mono.zip(
                    store
                        .entriesAfter(new ConversationId(id), Math.max(0, after), PAGE)
                        .collectList(),
                    deliveries.all(new ConversationId(id))))
        .flatMapIterable(both -> lines(both.getT1(), both.getT2()));
  }

  record Known(List<Repeat> known) {}

  /** A fact that need not be asked for. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Repeat(String slot, LocalText title, String value, Optional<LocalText> label) {

    static Repeat of(HandoffCard.Fact fact) {
      return new Repeat(fact.name(), fact.title(), fact.value(), fact.label());
    }
  }

  /** What the customer has already told of that which the text asks for. */
  @PostMapping("/repeats")
  Mono<Known> repeats(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    var text = AgentDoings.text(body);
    return doings
        .visible(id, who)
        .map(stored -> stored.conversation().orElseThrow().slots())
        .map(slots -> known(Repeats.in(text, slots, flows.active()), slots));
  }

  private Known known(List<String> asked, Map<String, String> slots) {
    return new Known(
        asked.stream()
            .map(name -> HandoffCard.fact(name, slots.getOrDefault(name, ""), flows.active()))
            .map(Repeat::of)
            .toList());
  }

  @PostMapping("/claim")
  Mono<AgentDoings.Done> claim(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    return doings.perform(
        id, body, who, (event, at, c, agent) -> new Event.AgentClaimed(event, at, c, agent));
  }

  @PostMapping("/reply")
  Mono<AgentDoings.Done> reply(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    var text = AgentDoings.text(body);
    return doings.perform(
        id, body, who, (event, at, c, agent) -> new Event.AgentReplied(event, at, c, agent, text));
  }

  @PostMapping("/note")
  Mono<AgentDoings.Done> note(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    var text = AgentDoings.text(body);
    return doings.perform(
        id, body, who, (event, at, c, agent) -> new Event.AgentNoted(event, at, c, agent, text));
  }

  @PostMapping("/hand-back")
  Mono<AgentDoings.Done> handBack(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    return doings.perform(
        id, body, who, (event, at, c, agent) -> new Event.AgentHandedBack(event, at, c, agent));
  }

  @PostMapping("/resolve")
  Mono<AgentDoings.Done> resolve(
      @PathVariable String id,
      @RequestBody AgentDoings.Doing body,
      @AuthenticationPrincipal SignedIn who) {
    return doings.perform(
        id, body, who, (event, at, c, agent) -> new Event.AgentResolved(event, at, c, agent));
  }

  static Agent agentOf(SignedIn who) {
    return new Agent(who.account().id(), who.account().name());
  }
}
