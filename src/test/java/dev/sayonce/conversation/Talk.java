package dev.sayonce.conversation;

import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Understanding.Outcome;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A talk with the machine, step by step: gives it events, keeps the state and the transcript, and
 * understands a few fixed sentences.
 */
public final class Talk {

  public static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
  public static final Agent ANNA = new Agent("anna", "Anna");
  public static final Agent BORIS = new Agent("boris", "Boris");
  public static final Contact CONTACT = new Contact("web", "visitor");
  public static final ThreadId THREAD = ThreadId.of(CONTACT, 16);

  public static final String COST = "how much is delivery";
  public static final String RETURN = "I want to return something";
  public static final String PERSON = "give me a person";
  public static final String VAGUE = "delivery or hours";
  public static final String STRANGE = "what is the meaning of life";
  public static final String THANKS = "thank you";
  public static final String STATUS = "how is my complaint going?";

  private final FlowSet flows;
  private final Contact contact;
  private final Function<String, Understanding> knowledge;
  Calls calls = Calls.NONE;
  final List<Effect.CallAction> called = new ArrayList<>();
  Optional<Conversation> conversation = Optional.empty();
  public Desk desk =
      new Desk(Map.of("anna", Set.of("orders", "office"), "boris", Set.of("orders")));
  public Instant now = MONDAY_NOON;
  final List<Entry> transcript = new ArrayList<>();
  final Map<ConversationId, List<Entry>> transcripts = new HashMap<>();
  private int events;

  public Talk() {
    this(Shop.FLOWS, CONTACT);
  }

  public Talk(FlowSet flows, Contact contact) {
    this(flows, contact, Talk::understand);
  }

  public Talk(FlowSet flows, Contact contact, Function<String, Understanding> knowledge) {
    this.flows = flows;
    this.contact = contact;
    this.knowledge = knowledge;
  }

  public static Understanding understand(String words) {
    return switch (words) {
      case COST -> sure(Intent.answer("delivery-cost"));
      case RETURN, RETURN + " AB123456" -> sure(Intent.flow("return"));
      case PERSON -> sure(Intent.PERSON);
      case THANKS -> sure(Intent.THANKS);
      case STATUS -> sure(Intent.COMPLAINT_STATUS);
      case VAGUE ->
          new Understanding(
              Outcome.WHICH,
              List.of(
                  new Guess(Intent.answer("delivery-cost"), 0.4),
                  new Guess(Intent.answer("opening-hours"), 0.3)),
              Optional.empty(),
              Optional.empty());
      case "po polsku" ->
          new Understanding(Outcome.UNKNOWN, List.of(), Optional.empty(), Optional.of(Language.PL));
      default -> Understanding.NOTHING;
    };
  }

  static Understanding sure(Intent intent) {
    return new Understanding(
        Outcome.SURE, List.of(new Guess(intent, 0.9)), Optional.empty(), Optional.empty());
  }

  public Talk later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public Talk nobodyHere() {
    desk = Desk.EMPTY;
    return this;
  }

  public String id() {
    return "test:" + ++events;
  }

  public Turn says(String text) {
    return on(new Event.CustomerSaid(id(), now, contact, Optional.of(Language.EN), text));
  }

  /** Presses a suggestion of the greeting, as a page of that language shows it. */
  public Turn suggests(String suggestion, Language language) {
    return suggests(suggestion, flows.question(suggestion).orElseThrow().in(language));
  }

  public Turn suggests(String suggestion, String words) {
    return on(
        new Event.CustomerSaid(
            id(), now, contact, Optional.of(Language.EN), words, Optional.of(suggestion)));
  }

  public Turn consents() {
    return on(new Event.CustomerConsented(id(), now, contact, Optional.of(Language.EN)));
  }

  public Turn ends() {
    return on(new Event.CustomerEnded(id(), now, contact, Optional.empty()));
  }

  public Turn sends(Attachment file) {
    return on(new Event.CustomerSentFile(id(), now, contact, Optional.of(Language.EN), file));
  }

  /** A file with words, or another of several that were sent together. */
  public Turn sends(Attachment file, Optional<String> caption, boolean more) {
    return on(
        new Event.CustomerSentFile(
            id(), now, contact, Optional.of(Language.EN), file, caption, more));
  }

  public Turn sendsOther(String kind, String text) {
    return on(
        new Event.CustomerSentOther(
            id(), now, contact, Optional.of(Language.EN), kind, text, Optional.empty()));
  }

  public Turn edits(String text) {
    return on(
        new Event.CustomerEdited(
            id(), now, contact, Optional.of(Language.EN), text, Optional.empty()));
  }

  public Turn presses(int entry, String option) {
    return on(
        new Event.CustomerChose(
            id(), now, contact, Optional.empty(), current().id(), entry, option));
  }

  public Turn switches(Language language) {
    return on(new Event.CustomerSwitchedLanguage(id(), now, contact, Optional.empty(), language));
  }

  public Turn claims(Agent agent) {
    return on(new Event.AgentClaimed(id(), now, current().id(), agent));
  }

  public Turn replies(Agent agent, String text) {
    return on(new Event.AgentReplied(id(), now, current().id(), agent, text));
  }

  public Turn sends(Agent agent, Attachment file) {
    return on(new Event.AgentSentFile(id(), now, current().id(), agent, file));
  }

  public Turn notes(Agent agent, String text) {
    return on(new Event.AgentNoted(id(), now, current().id(), agent, text));
  }

  public Turn handsBack(Agent agent) {
    return on(new Event.AgentHandedBack(id(), now, current().id(), agent));
  }

  public Turn resolves(Agent agent) {
    return on(new Event.AgentResolved(id(), now, current().id(), agent));
  }

  /** The agent proposes how the last complaint ends. */
  public Turn proposes(Agent agent, String outcome) {
    return on(new Event.AgentProposed(id(), now, current().id(), agent, lastComplaint(), outcome));
  }

  /** Somebody is found for the last complaint. */
  public Turn owns(Agent owner) {
    return on(new Event.ComplaintOwned(id(), now, current().id(), lastComplaint(), owner));
  }

  private String lastComplaint() {
    var all = current().complaints();
    return all.isEmpty() ? "R-222222" : all.getLast().number();
  }

  /** The timer goes off as it is set; one that is not set goes off as a stale one. */
  public Turn fires(Timer timer) {
    var due = current().timers().getOrDefault(timer, now.minusSeconds(1));
    now = due.isAfter(now) ? due : now;
    return on(new Event.TimerFired(id(), now, current().id(), timer, due));
  }

  public Turn fails(String words) {
    return on(new Event.TurnFailed(id(), now, contact, Optional.empty(), words, "Bug"));
  }

  public Turn toldAbout(Agent agent, Intent intent) {
    return on(new Event.AgentToldAbout(id(), now, current().id(), agent, intent));
  }

  /** What a refund of that amount is given. */
  public static Map<String, String> refund(String amount) {
    return Map.of("id", "AB123456", "amount", amount, "account", "PL61109010140000071219812874");
  }

  /** The agent has a refund made, which the customer agrees to. */
  public Turn runs(Agent agent, Runner role, Map<String, String> values) {
    return runs(agent, role, values, true);
  }

  public Turn runs(Agent agent, Runner role, Map<String, String> values, boolean confirmed) {
    return on(
        new Event.AgentRan(
            id(),
            now,
            current().id(),
            agent,
            role,
            "order.refund",
            values,
            confirmed,
            "arrived broken"));
  }

  public Turn decides(Agent agent, Runner role, int entry, boolean approved) {
    return on(
        new Event.AgentDecided(
            id(), now, current().id(), agent, role, entry, approved, "looked at it"));
  }

  public Turn on(Event event) {
    var understanding =
        event instanceof Event.CustomerSaid said
            ? Suggestions.meaning(flows, said).orElseGet(() -> knowledge.apply(said.text()))
            : event instanceof Event.ByCustomer done
                ? done.heard().map(knowledge).orElse(Understanding.NOTHING)
                : Understanding.NOTHING;
    var turn =
        ConversationMachine.on(
            THREAD, conversation, event, new Circumstances(flows, understanding, desk));
    if (conversation.filter(c -> c.id().equals(turn.next().id())).isEmpty()) {
      transcript.clear();
    }
    conversation = Optional.of(turn.next());
    transcript.addAll(turn.entries());
    transcripts.computeIfAbsent(turn.next().id(), _ -> new ArrayList<>()).addAll(turn.entries());
    turn.effects().forEach(this::carryOut);
    return turn;
  }

  private void carryOut(Effect effect) {
    if (effect instanceof Effect.CallAction call) {
      called.add(call);
      calls.end(call, now).ifPresent(this::on);
    }
  }

  public Conversation current() {
    return conversation.orElseThrow();
  }

  public Mode mode() {
    return current().mode();
  }

  public int prompt() {
    return switch (((Mode.WithBot) mode()).dialogue()) {
      case Dialogue.Asking a -> a.prompt();
      case Dialogue.Clarifying c -> c.prompt();
      case Dialogue.Calling _, Dialogue.Idle _ -> 0;
    };
  }

  /** The last public words. */
  String lastWords() {
    return transcript.stream()
        .filter(e -> !e.isPrivate())
        .reduce((_, b) -> b)
        .flatMap(Entry::text)
        .orElse("");
  }
}
