package dev.sayonce.conversation;

import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that a turn adds to the transcript, numbered, with those to be pushed. */
final class Lines {

  private final Conversation before;
  private final Event event;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private int last;
  private int lastPublic;
  private Optional<Words> words;
  private List<Contact> pushedTo = List.of();

  Lines(Conversation before, Event event) {
    this.before = before;
    this.event = event;
    this.last = before.last();
    this.lastPublic = before.lastPublic();
    this.words = before.words();
    pushTo(before.contacts());
  }

  /** From here on lines are pushed to those of the contacts that do not fetch by themselves. */
  void pushTo(List<Contact> contacts) {
    pushedTo = contacts.stream().filter(Contact::pushed).toList();
  }

  int append(Author author, boolean isPrivate, Content content) {
    var entry = new Entry(last + 1, lastPublic, event.at(), event.id(), author, isPrivate, content);
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
    if (!(entry.author() instanceof Author.Customer)) {
      for (int i = 0; i < pushedTo.size(); i++) {
        var id = before.id() + ":" + entry.number() + (i == 0 ? "" : ":" + i);
        effects.add(new Effect.Deliver(id, pushedTo.get(i), before.id(), entry));
      }
    }
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  List<Entry> entries() {
    return entries;
  }

  List<Effect> effects() {
    return effects;
  }

  int last() {
    return last;
  }

  int lastPublic() {
    return lastPublic;
  }

  Optional<Words> words() {
    return words;
  }
}
