package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.slot.Heard;
import dev.sayonce.flow.template.TemplateValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A turn in the making: the one mutable thing of the core, alive during a single call of the
 * machine.
 */
final class Draft {

  private static final int MOST_TRIED = 20;
  private static final int SHORT_HASH = 12;

  private final Conversation before;
  private final Event event;
  private final Circumstances circumstances;
  private final Lines lines;
  private final List<Walked> walked = new ArrayList<>();
  private final Memory memory;
  private final List<Tried> tried;
  private final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
  private Mode mode;
  private Language language;
  private boolean languageChosen;
  private String question;
  private Optional<Survey> survey;
  private List<Contact> linked;
  private Optional<Identity> identity;
  private Besides besides;
  private final Doings doings;
  private final Complaints complaints;

  Draft(Conversation before, Event event, Circumstances circumstances) {
    this.before = before;
    this.event = event;
    this.circumstances = circumstances;
    this.lines = new Lines(before, event);
    this.memory = new Memory(this, before);
    this.survey = before.survey();
    this.tried = new ArrayList<>(before.tried());
    this.timers.putAll(before.timers());
    this.mode = before.mode();
    this.language = before.language();
    this.languageChosen = before.languageChosen();
    this.question = before.question();
    this.linked = before.linked();
    this.identity = before.identity();
    this.besides = before.besides();
    this.doings = new Doings(this, before);
    this.complaints = new Complaints(this, before.complaints());
  }

  // what the turn may look at

  Conversation before() {
    return before;
  }

  String eventId() {
    return event.id();
  }

  FlowSet flows() {
    return circumstances.flows();
  }

  Understanding understanding() {
    return circumstances.understanding();
  }

  Desk desk() {
    return circumstances.desk();
  }

  Instant now() {
    return event.at();
  }

  Mode mode() {
    return mode;
  }

  Language language() {
    return language;
  }

  String question() {
    return question;
  }

  Besides besides() {
    return besides;
  }

  boolean knows(String slot) {
    return memory.knows(slot);
  }

  Optional<String> slot(String name) {
    return memory.known(name);
  }

  Memory memory() {
    return memory;
  }

  Complaints complaints() {
    return complaints;
  }

  Optional<Survey> survey() {
    return survey;
  }

  Doings doings() {
    return doings;
  }

  /** The number of the last entry so far. */
  int last() {
    return lines.last();
  }

  Optional<Identity> identity() {
    return identity.filter(i -> i.holds(now()));
  }

  /** Words of the customer with what a slot type may go by. */
  Heard heard(String text) {
    return new Heard(text, language.locale(), now().atZone(flows().company().zone()));
  }

  // what the turn says

  /** True if the bot has said anything in this turn. */
  boolean hasSpoken() {
    return lines.entries().stream().anyMatch(e -> e.author() instanceof Author.Bot);
  }

  /** The bot speaks. */
  int say(LocalText text, TemplateValues values) {
    return say(text, values, List.of());
  }

  /** The bot speaks and offers buttons; returns the number of the entry. */
  int say(LocalText text, TemplateValues values, List<Button> buttons) {
    return say(text.in(language, values), buttons);
  }

  int say(String text, List<Button> buttons) {
    return lines.append(new Author.Bot(), false, new Content.Text(text, buttons));
  }

  int say(Phrase phrase) {
    return say(phrase, Map.of(), List.of());
  }

  int say(Phrase phrase, Map<String, String> values, List<Button> buttons) {
    return say(phrase(phrase, values), buttons);
  }

  /** The product states a fact to the customer, whoever leads the conversation. */
  void state(Phrase phrase, Map<String, String> values) {
    state(phrase, values, List.of());
  }

  void state(Phrase phrase, Map<String, String> values, List<Button> buttons) {
    lines.append(new Author.System(), false, new Content.Text(phrase(phrase, values), buttons));
  }

  /** Words of the customer or of an agent. */
  void quote(Author author, Content content) {
    lines.append(author, false, content);
  }

  /** Words that only agents may read. */
  void note(Author author, String text) {
    lines.append(author, true, Content.Text.of(text));
  }

  /** What the customer's words were taken for, if for anything; only agents may see it. */
  void matched() {
    var seen = NotThat.seen(circumstances.understanding());
    matched(seen.outcome(), seen.guesses());
  }

  void matched(Understanding.Outcome outcome, List<Understanding.Guess> guesses) {
    if (!guesses.isEmpty()) {
      lines.append(new Author.System(), true, new Content.Matched(outcome, guesses));
    }
  }

  /** A fact that only agents may see. */
  void notice(String code, Map<String, String> details) {
    lines.append(new Author.System(), true, new Content.Notice(code, details));
  }

  private String phrase(Phrase phrase, Map<String, String> values) {
    return flows().phrases().say(phrase, language, values);
  }

  // what the turn changes

  void mode(Mode next) {
    mode = next;
  }

  void dialogue(Dialogue dialogue) {
    mode = new Mode.WithBot(dialogue);
  }

  void learn(String slot, String value) {
    memory.learn(slot, value);
  }

  void survey(Survey opinion) {
    survey = Optional.of(opinion);
  }

  void unsurveyed() {
    survey = Optional.empty();
  }

  /** What the words of this turn ask for. */
  void wishes(String words) {
    question = words;
    besides = besides.with(understanding().guesses());
  }

  void besides(Besides what) {
    besides = what;
  }

  void tried(Intent intent) {
    tried.add(new Tried(intent, now()));
    if (tried.size() > MOST_TRIED) {
      tried.removeFirst();
    }
  }

  /** The turn comes to that step of a flow, or takes that way on from it. */
  void walked(String flow, int step, int way) {
    walked.add(new Walked(flow, step, way));
  }

  /** Speaks another language from here on. */
  void speak(Language other, boolean chosen) {
    if (!other.equals(language)) {
      language = other;
      notice("language", Map.of("language", other.code()));
    }
    languageChosen |= chosen;
  }

  /** Other contacts are linked with the thread from here on. */
  void linked(List<Contact> contacts) {
    linked = contacts;
    lines.pushTo(Stream.concat(Stream.of(before.contact()), contacts.stream()).toList());
  }

  /** The customer has proved to be that one. */
  void identity(Identity proved) {
    identity = Optional.of(proved);
  }

  void cause(Effect effect) {
    lines.add(effect);
  }

  void set(Timer timer, Instant at) {
    timers.put(timer, at);
  }

  boolean isSet(Timer timer) {
    return timers.containsKey(timer);
  }

  void clear(Timer timer) {
    timers.remove(timer);
  }

  // the result

  Turn applied() {
    if (before.last() == 0 || !before.flowSet().equals(flows().hash())) {
      tellFlows();
    }
    Silence.settle(this, lines.entries(), event);
    complaints.setTimer();
    return turn(Turn.Verdict.APPLIED, flows().hash());
  }

  /**
   * Agents see which files answered: at the beginning of a case, and where it goes on with others.
   */
  private void tellFlows() {
    var hash = flows().hash();
    notice("flows", Map.of("set", hash.substring(0, Math.min(SHORT_HASH, hash.length()))));
  }

  /** The event changes nothing; what it was stands in a private entry. */
  Turn late(Turn.Why why, String holder, String what, Map<String, String> details) {
    var all = new HashMap<>(details);
    all.put("why", why.name());
    notice(what, all);
    return turn(new Turn.Verdict.Late(why, holder), before.flowSet());
  }

  /** Whoever wanted it may not have it; why stands in a private entry, if it is worth one. */
  Turn refused(String reason) {
    return turn(new Turn.Verdict.Refused(reason), before.flowSet());
  }

  private Turn turn(Turn.Verdict verdict, String flowSet) {
    var next =
        new Conversation(
            before.id(),
            before.contact(),
            flowSet,
            language,
            languageChosen,
            before.began(),
            mode,
            question,
            memory.slots(),
            memory.guessed(),
            survey,
            tried,
            timers,
            lines.last(),
            lines.lastPublic(),
            lines.words(),
            before.previous(),
            linked,
            identity,
            besides,
            doings.pending(),
            doings.approvals(),
            complaints.all());
    return new Turn(next, lines.entries(), lines.effects(), walked, verdict);
  }
}
