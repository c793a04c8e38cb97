package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Button;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn in the making: the one mutable thing of the core, alive during a single call of the
 * machine.
 */
final class Draft {

  private static final int MOST_TRIED = 20;

  private final Conversation before;
  private final Event event;
  private final Circumstances circumstances;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Map<String, String> slots;
  private final List<Tried> tried;
  private final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
  private Mode mode;
  private Language language;
  private boolean languageChosen;
  private String question;
  private int last;
  private int lastPublic;
  private Optional<Words> words;

  Draft(Conversation before, Event event, Circumstances circumstances) {
    this.before = before;
    this.event = event;
    this.circumstances = circumstances;
    this.slots = new HashMap<>(before.slots());
    this.tried = new ArrayList<>(before.tried());
    this.timers.putAll(before.timers());
    this.mode = before.mode();
    this.language = before.language();
    this.languageChosen = before.languageChosen();
    this.question = before.question();
    this.last = before.last();
    this.lastPublic = before.lastPublic();
    this.words = before.words();
  }

  // what the turn may look at

  Conversation before() {
    return before;
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

  boolean knows(String slot) {
    return slots.containsKey(slot);
  }

  Optional<String> slot(String name) {
    return Optional.ofNullable(slots.get(name));
  }

  // what the turn says

  /** The bot speaks. */
  int say(LocalText text) {
    return say(text, List.of());
  }

  /** The bot speaks and offers buttons; returns the number of the entry. */
  int say(LocalText text, List<Button> buttons) {
    return append(new Author.Bot(), false, new Content.Text(text.in(language, slots), buttons));
  }

  int say(Phrase phrase) {
    return say(phrase, Map.of(), List.of());
  }

  int say(Phrase phrase, Map<String, String> values, List<Button> buttons) {
    return append(new Author.Bot(), false, new Content.Text(phrase(phrase, values), buttons));
  }

  /** The product states a fact to the customer, whoever leads the conversation. */
  void state(Phrase phrase, Map<String, String> values) {
    append(new Author.System(), false, Content.Text.of(phrase(phrase, values)));
  }

  /** Words of the customer or of an agent. */
  void quote(Author author, Content content) {
    append(author, false, content);
  }

  /** Words that only agents may read. */
  void note(Author author, String text) {
    append(author, true, Content.Text.of(text));
  }

  /** What the customer's words were taken for, if for anything; only agents may see it. */
  void matched() {
    var understanding = circumstances.understanding();
    if (!understanding.guesses().isEmpty()) {
      var matched = new Content.Matched(understanding.outcome(), understanding.guesses());
      append(new Author.System(), true, matched);
    }
  }

  /** A fact that only agents may see. */
  void notice(String code, Map<String, String> details) {
    append(new Author.System(), true, new Content.Notice(code, details));
  }

  private String phrase(Phrase phrase, Map<String, String> values) {
    return flows().phrases().say(phrase, language, values);
  }

  private int append(Author author, boolean isPrivate, Content content) {
    var entry = new Entry(last + 1, lastPublic, now(), event.id(), author, isPrivate, content);
    entries.add(entry);
    last = entry.number();
    if (!isPrivate) {
      lastPublic = entry.number();
      entry.inShort().ifPresent(text -> words = Optional.of(Words.of(entry, text)));
      deliver(entry);
    }
    return entry.number();
  }

  private void deliver(Entry entry) {
    if (before.contact().pushed() && !(entry.author() instanceof Author.Customer)) {
      effects.add(
          new Effect.Deliver(
              before.id() + ":" + entry.number(), before.contact(), before.id(), entry));
    }
  }

  // what the turn changes

  void mode(Mode next) {
    mode = next;
  }

  void dialogue(Dialogue dialogue) {
    mode = new Mode.WithBot(dialogue);
  }

  void learn(String slot, String value) {
    if (!value.equals(slots.put(slot, value))) {
      notice("slot", Map.of("name", slot, "value", value));
    }
  }

  void wishes(String words) {
    question = words;
  }

  void tried(Intent intent) {
    tried.add(new Tried(intent, now()));
    if (tried.size() > MOST_TRIED) {
      tried.removeFirst();
    }
  }

  /** Speaks another language from here on. */
  void speak(Language other, boolean chosen) {
    if (!other.equals(language)) {
      language = other;
      notice("language", Map.of("language", other.code()));
    }
    languageChosen |= chosen;
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
    Silence.settle(this, entries, event);
    return turn(Turn.Verdict.APPLIED);
  }

  /** The event changes nothing; what it was stands in a private entry. */
  Turn late(Turn.Why why, String holder, String what, Map<String, String> details) {
    var all = new HashMap<>(details);
    all.put("why", why.name());
    notice(what, all);
    return turn(new Turn.Verdict.Late(why, holder));
  }

  private Turn turn(Turn.Verdict verdict) {
    var next =
        new Conversation(
            before.id(),
            before.contact(),
            flows().hash(),
            language,
            languageChosen,
            before.began(),
            mode,
            question,
            slots,
            tried,
            timers,
            last,
            lastPublic,
            words,
            before.previous());
    return new Turn(next, entries, effects, verdict);
  }
}
