package dev.sayonce.engine;

import dev.sayonce.conversation.Actor;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Approval;
import dev.sayonce.conversation.Besides;
import dev.sayonce.conversation.Complaint;
import dev.sayonce.conversation.Complaint.Closing;
import dev.sayonce.conversation.Complaint.End;
import dev.sayonce.conversation.Complaint.Filed;
import dev.sayonce.conversation.Complaint.Proposal;
import dev.sayonce.conversation.Complaint.Stage;
import dev.sayonce.conversation.Complaint.Term;
import dev.sayonce.conversation.Complaint.Told;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Dialogue;
import dev.sayonce.conversation.FlowRun;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Identity;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Pending;
import dev.sayonce.conversation.Position;
import dev.sayonce.conversation.Survey;
import dev.sayonce.conversation.Timer;
import dev.sayonce.conversation.Tried;
import dev.sayonce.conversation.Understanding.Guess;
import dev.sayonce.conversation.Words;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One conversation for each shape that a state may have, as the samples in the folder tell them.
 */
final class Samples {

  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00.123Z");
  private static final String THREAD = "07-abcdefghijklmnopqrstuvwxyz";
  private static final Agent ANNA = new Agent("anna", "Anna Żółć");
  private static final Handoff HANDOFF =
      new Handoff(
          Handoff.Reason.RETRIES_USED, "return", "orders", "Gdzie jest moja paczka? Где?", NOON);
  private static final Mode.WithAgent SERVED =
      new Mode.WithAgent(HANDOFF, ANNA, NOON.plusSeconds(60), Optional.of(NOON.plusSeconds(90)));

  private static final Optional<Identity> KNOWN =
      Optional.of(
          new Identity(
              "k-4711", Optional.of("Łucja Żółć"), Identity.Proof.PAGE, NOON.plusSeconds(28_800)));

  private Samples() {}

  static Map<String, Conversation> all() {
    return Map.ofEntries(
        Map.entry("bot-fresh", bare()),
        Map.entry("bot-idle", full(new Mode.WithBot(new Dialogue.Idle(2)))),
        Map.entry("bot-asking", full(new Mode.WithBot(new Dialogue.Asking("return", 3, 1, 14)))),
        Map.entry("bot-asking-in-a-sub-flow", midway()),
        Map.entry("bot-clarifying", full(new Mode.WithBot(clarifying()))),
        Map.entry("queued", full(new Mode.Queued(HANDOFF, false, true))),
        Map.entry("queued-in-front", full(new Mode.Queued(HANDOFF, true, false))),
        Map.entry("agent", full(SERVED)),
        Map.entry("agent-answered", full(answered())),
        Map.entry("resolved", full(new Mode.Resolved(NOON.plusSeconds(300), Optional.of(SERVED)))),
        Map.entry("abandoned", full(new Mode.Abandoned(NOON.plusSeconds(300), Optional.empty()))),
        Map.entry(
            "continued", full(new Mode.Continued(NOON.plusSeconds(300), Optional.of(SERVED)))),
        Map.entry("bot-calling", calling()),
        Map.entry("agent-with-approvals", approvals()),
        Map.entry("linked", linked(full(SERVED), new Contact("web", "visitor"), Optional.empty())),
        Map.entry("complaints", complaining(full(answered()))),
        Map.entry("bot-with-besides", besides(full(new Mode.WithBot(new Dialogue.Idle(0))))),
        Map.entry("identified", linked(full(SERVED), new Contact("web", "device"), KNOWN)));
  }

  /** A back end is asked for something, and the customer has shown who they are. */
  private static Conversation calling() {
    var call = THREAD + ".bbbbbbbb:15:call";
    var run = new FlowRun(List.of(new Position("return", 4)), List.of(), Map.of(), 1);
    var agent = new Actor.ByAgent(ANNA, Runner.SUPERVISOR);
    return with(
        full(new Mode.WithBot(new Dialogue.Calling("rate", 2, call, 1, run))),
        Map.of(
            "timers",
            Map.of(Timer.STILL_CHECKING, NOON, Timer.OUT_OF_PATIENCE, NOON.plusSeconds(26)),
            "identity",
            Optional.of(
                new Identity("4711", Optional.empty(), Identity.Proof.CODE, NOON.plusSeconds(60))),
            "pending",
            List.of(
                new Pending(call, "order.status", new Actor.Bot(), NOON),
                new Pending(THREAD + ".bbbbbbbb:14:call", "order.refund", agent, NOON))));
  }

  /** A colleague's word is asked for one action, and was given to another. */
  private static Conversation approvals() {
    var approved = new Actor.Approved(ANNA, new Agent("boris", "Boris Łęcki"), Runner.SUPERVISOR);
    var asked =
        new Approval(
            13,
            "order.refund",
            Map.of("id", "AB123456", "amount", "500"),
            "id: AB123456, amount: 500",
            ANNA,
            "пришло разбитым",
            NOON);
    return with(
        full(SERVED),
        Map.of(
            "pending",
            List.of(new Pending(THREAD + ".bbbbbbbb:14:call", "order.refund", approved, NOON)),
            "approvals",
            List.of(asked)));
  }

  private static Conversation linked(Conversation c, Contact contact, Optional<Identity> identity) {
    return with(c, Map.of("linked", List.of(contact), "identity", identity));
  }

  /** With guesses that come next, and a second wish that waits. */
  private static Conversation besides(Conversation c) {
    var besides =
        new Besides(
            List.of(new Guess(Intent.answer("delivery-time"), 0.25)),
            Optional.of(new Besides.Wish(Intent.flow("return"), "two things")));
    return with(c, Map.of("besides", besides));
  }

  /** The same with other parts, by their names. */
  private static Conversation with(Conversation c, Map<String, Object> others) {
    var parts = Conversation.class.getRecordComponents();
    try {
      var values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        var name = parts[i].getName();
        values[i] = others.containsKey(name) ? others.get(name) : parts[i].getAccessor().invoke(c);
      }
      var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Conversation.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One complaint that was closed, and one with an outcome that the customer has not answered. */
  private static Conversation complaining(Conversation c) {
    var facts = Map.of("damage", "Пришло разбитым");
    var filed = new Filed("R-4F7K2Q", c.id(), NOON, "orders", "Reklamacja: gęślą jaźń", facts);
    var term = new Term(NOON.plusSeconds(172_800), NOON.plusSeconds(158_400), Told.SOON);
    var proposal =
        new Proposal(
            "Nowy egzemplarz do piątku",
            SERVED.agent(),
            c.id(),
            NOON.plusSeconds(600),
            NOON.plusSeconds(900),
            1);
    var proposed =
        new Complaint(
            filed,
            Stage.PROPOSED,
            Optional.of(SERVED.agent()),
            term,
            1,
            1,
            Optional.of(proposal),
            Optional.empty());
    var earlier =
        new Complaint(
            new Filed("R-9XZ2BC", c.id(), NOON, "orders", "", Map.of()),
            Stage.CLOSED,
            Optional.empty(),
            term,
            0,
            0,
            Optional.empty(),
            Optional.of(new Closing(NOON.plusSeconds(60), End.NO_ANSWER)));
    return with(
        c,
        Map.of(
            "timers",
            Map.of(Timer.COMPLAINT, NOON.plusSeconds(87_300)),
            "complaints",
            List.of(earlier, proposed)));
  }

  private static Dialogue clarifying() {
    return new Dialogue.Clarifying(
        List.of(Intent.answer("delivery-cost"), Intent.flow("return")), 1, 14);
  }

  private static Mode answered() {
    return new Mode.WithAgent(HANDOFF, SERVED.agent(), SERVED.claimedAt(), Optional.empty());
  }

  /** Everything empty that may be empty. */
  private static Conversation bare() {
    return new Conversation(
        new ConversationId(THREAD + ".aaaaaaaa"),
        new Contact("web", "visitor"),
        "hash",
        Language.EN,
        false,
        NOON,
        new Mode.WithBot(new Dialogue.Idle(0)),
        "",
        Map.of(),
        Set.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Besides(List.of(), Optional.empty()),
        List.of(),
        List.of(),
        List.of());
  }

  /** In a flow that another one runs, with results, a guess and a survey. */
  private static Conversation midway() {
    var run =
        new FlowRun(
            List.of(new Position("return", 4)),
            List.of(
                new FlowRun.Answered(
                    List.of(), new Position("return", 1), Optional.of("orderNumber")),
                new FlowRun.Answered(
                    List.of(new Position("return", 4)), new Position("rate", 0), Optional.empty())),
            Map.of("order", Map.of("state", "SENT", "parcels", List.of("a", 2L), "paid", 49.9)),
            3);
    return full(
        new Mode.WithBot(new Dialogue.Asking("rate", 0, 0, 14, run)),
        Set.of("remark"),
        Optional.of(new Survey(9, Optional.of("Szybko i miło"))));
  }

  private static Conversation full(Mode mode) {
    return full(mode, Set.of(), Optional.empty());
  }

  private static Conversation full(Mode mode, Set<String> guessed, Optional<Survey> survey) {
    return new Conversation(
        new ConversationId(THREAD + ".bbbbbbbb"),
        new Contact("telegram", "42"),
        "hash",
        Language.PL,
        true,
        NOON,
        mode,
        "Zażółć gęślą jaźń \"w cudzysłowie\"\nи по-русски 🎁",
        Map.of("orderNumber", "AB123456", "remark", "Пришло разбитым", "empty", ""),
        guessed,
        survey,
        List.of(new Tried(Intent.answer("delivery-cost"), NOON), new Tried(Intent.PERSON, NOON)),
        Map.of(
            Timer.REMIND, NOON.plusSeconds(600),
            Timer.ABANDON, NOON.plusSeconds(3600),
            Timer.AGENT_SILENT, NOON.plusSeconds(120)),
        15,
        14,
        Optional.of(new Words(Words.Speaker.CUSTOMER, "Dziękuję, спасибо", NOON)),
        Optional.of(new ConversationId(THREAD + ".aaaaaaaa")),
        List.of(),
        Optional.empty(),
        new Besides(List.of(), Optional.empty()),
        List.of(),
        List.of(),
        List.of());
  }
}
