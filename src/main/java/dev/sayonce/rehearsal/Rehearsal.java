package dev.sayonce.rehearsal;

import dev.sayonce.conversation.Circumstances;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationMachine;
import dev.sayonce.conversation.Dialogue;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.conversation.Timer;
import dev.sayonce.conversation.Turn;
import dev.sayonce.conversation.Understanding;
import dev.sayonce.conversation.Walked;
import dev.sayonce.flow.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A talk in memory: whoever has it says what the customer does and sees what follows. */
public final class Rehearsal {

  private static final Contact CUSTOMER = new Contact(Contact.WEB, "rehearsal");
  private static final ThreadId THREAD = ThreadId.of(CUSTOMER, 1);

  private final Scene scene;
  private final MockedCalls calls;
  private final List<Entry> transcript = new ArrayList<>();
  private final List<Walked> walked = new ArrayList<>();
  private Optional<Conversation> conversation = Optional.empty();
  private Understanding understanding = Understanding.NOTHING;
  private Instant now;
  private int events;

  public Rehearsal(Scene scene) {
    this.scene = scene;
    this.calls = new MockedCalls(scene.flows(), scene.mocks());
    this.now = scene.begins();
  }

  /** The customer writes. */
  public Turn say(String text) {
    understanding = scene.understander().understand(text);
    return happen(new Event.CustomerSaid(id(), now, CUSTOMER, hint(), text), understanding);
  }

  /** The customer presses a button of that entry. */
  public Turn press(int entry, String button) {
    var id = current().orElseThrow().id();
    return happen(
        new Event.CustomerChose(id(), now, CUSTOMER, hint(), id, entry, button),
        Understanding.NOTHING);
  }

  /** The customer wants another language. */
  public Turn speak(Language language) {
    return happen(
        new Event.CustomerSwitchedLanguage(id(), now, CUSTOMER, hint(), language),
        Understanding.NOTHING);
  }

  /** Time passes; timers go off and back ends answer when they are due, each once. */
  public void pass(Duration time) {
    var until = now.plus(time);
    for (var due = next(until); due.isPresent(); due = next(until)) {
      now = due.get().at();
      happen(due.get(), Understanding.NOTHING);
    }
    now = until;
  }

  private Optional<Event> next(Instant until) {
    var timer = nextTimer(until);
    var answersBy = timer.map(Event.TimerFired::due).orElse(until);
    return calls.next(answersBy).<Event>map(e -> e).or(() -> timer);
  }

  private Optional<Event.TimerFired> nextTimer(Instant until) {
    return current()
        .flatMap(c -> c.nextTimer().map(t -> fired(c, t.getKey(), t.getValue())))
        .filter(event -> !event.due().isAfter(until));
  }

  private Event.TimerFired fired(Conversation in, Timer timer, Instant due) {
    return new Event.TimerFired(id(), due, in.id(), timer, due);
  }

  private Turn happen(Event event, Understanding understood) {
    var turn = turn(event, understood);
    for (var end = calls.next(now); end.isPresent(); end = calls.next(now)) {
      turn(end.get(), Understanding.NOTHING);
    }
    return turn;
  }

  private Turn turn(Event event, Understanding understood) {
    var circumstances = new Circumstances(scene.flows(), understood, scene.desk());
    var turn = ConversationMachine.on(THREAD, conversation, event, circumstances);
    if (conversation.filter(c -> c.id().equals(turn.next().id())).isEmpty()) {
      transcript.clear();
    }
    conversation = Optional.of(turn.next());
    transcript.addAll(turn.entries());
    walked.addAll(turn.walked());
    turn.effects().stream()
        .flatMap(e -> e instanceof Effect.CallAction call ? Stream.of(call) : Stream.empty())
        .forEach(call -> calls.make(call, now));
    return turn;
  }

  private String id() {
    return "rehearsal:" + ++events;
  }

  private Optional<Language> hint() {
    return Optional.of(scene.language());
  }

  // what there is to see

  public Scene scene() {
    return scene;
  }

  public Optional<Conversation> current() {
    return conversation;
  }

  /** Everything of the current case, what only agents see too. */
  public List<Entry> transcript() {
    return List.copyOf(transcript);
  }

  public List<Walked> walked() {
    return List.copyOf(walked);
  }

  /** The calls made so far, oldest first. */
  List<MockedCalls.Made> calls() {
    return calls.made();
  }

  /** What the customer's last words were taken for. */
  public Understanding understanding() {
    return understanding;
  }

  public Instant now() {
    return now;
  }

  public Language language() {
    return conversation.map(Conversation::language).orElse(scene.language());
  }

  /** The last message with buttons, if no other message of ours came after it. */
  public Optional<Entry> offer() {
    return transcript.stream()
        .filter(e -> !e.isPrivate() && !(e.author() instanceof Entry.Author.Customer))
        .reduce((_, last) -> last)
        .filter(e -> !buttons(e).isEmpty());
  }

  public static List<Button> buttons(Entry entry) {
    return entry.content() instanceof Content.Text text ? text.buttons() : List.of();
  }

  /** The bot's place in the talk, while it leads. */
  Optional<Dialogue> dialogue() {
    return conversation.flatMap(
        c ->
            c.mode() instanceof Mode.WithBot(var dialogue)
                ? Optional.of(dialogue)
                : Optional.empty());
  }
}
