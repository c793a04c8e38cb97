package dev.sayonce.conversation;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.Interrupt;
import dev.sayonce.flow.Phrase;
import dev.sayonce.flow.Remember;
import dev.sayonce.flow.words.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What customers do about their complaints: make one from anywhere, ask how it stands, agree to an
 * outcome or not, open it again.
 */
final class Complaining {

  /** So many words with the number of a complaint only ask how it stands. */
  private static final int FEW_WORDS = 6;

  private final Draft draft;
  private final Complaints complaints;
  private final ComplaintWords words;

  Complaining(Draft draft) {
    this.draft = draft;
    this.complaints = draft.complaints();
    this.words = new ComplaintWords(draft);
  }

  private ComplaintEnding ending() {
    return new ComplaintEnding(draft, complaints, words);
  }

  // words

  /** True if the words are about a complaint and what they ask for is done, whoever leads. */
  boolean hear(String text) {
    return hearWhole(text) || hearQuestion(text);
  }

  private boolean hearWhole(String text) {
    return draft.flows().interrupts().in(text).filter(i -> take(i, text)).isPresent()
        || draft.understanding().pressed()
            && draft.understanding().isSure(Intent.COMPLAINT)
            && complainBesideTheBot();
  }

  private boolean take(Interrupt interrupt, String text) {
    return switch (interrupt) {
      case COMPLAINT_ACCEPT -> !isAsked() && on(complaints.proposed(), ending()::accept);
      case COMPLAINT_DISPUTE -> !isAsked() && on(complaints.proposed(), ending()::dispute);
      case COMPLAINT_REOPEN -> on(complaints.reopenable(), ending()::reopen);
      case COMPLAINT -> complainBesideTheBot() || complainToTheBot(text);
      case PERSON, CANCEL, BACK, REPEAT, START_OVER, LANGUAGE, HELP, NOT_THAT -> false;
    };
  }

  /** The words answer what the bot has just asked. */
  private boolean isAsked() {
    return draft.mode() instanceof Mode.WithBot(Dialogue.Asking _);
  }

  /** Whoever waits for a person, or has one, is asked nothing more by us: the person will. */
  private boolean complainBesideTheBot() {
    switch (draft.mode()) {
      case Mode.Queued q -> complainTo(q.handoff().team());
      case Mode.WithAgent a -> {
        complainTo(a.handoff().team());
        stillUnanswered(a);
      }
      case Mode.Closed _ -> {
        draft.notice("reopened", Map.of());
        draft.dialogue(Dialogue.Idle.FRESH);
        Wishes.follow(draft, Intent.COMPLAINT, "");
      }
      case Mode.WithBot _ -> {
        return false;
      }
    }
    return true;
  }

  private void complainTo(String team) {
    if (complaints.open().isEmpty()) {
      ComplaintFiling.in(draft).file(Optional.of(team));
    } else {
      tellThatThereIsOne();
    }
  }

  /** The one word, even where any words would answer the question. */
  private boolean complainToTheBot(String text) {
    if (!(draft.mode() instanceof Mode.WithBot(Dialogue dialogue))
        || dialogue instanceof Dialogue.Calling
        || isInComplaint(dialogue)) {
      return false;
    }
    new Speaking(draft, dialogue).follow();
    draft.matched();
    draft.wishes(text);
    Wishes.follow(draft, Intent.COMPLAINT, text);
    return true;
  }

  private boolean isInComplaint(Dialogue dialogue) {
    return dialogue instanceof Dialogue.Asking asking
        && BotTalk.flowOf(draft, asking)
            .map(flow -> FlowWalk.resume(draft, flow, asking).root())
            .filter(root -> root.id().equals(Flow.COMPLAINT))
            .isPresent();
  }

  /** While the bot leads it answers this like any other question. */
  private boolean hearQuestion(String text) {
    var named = ComplaintNumber.in(text).flatMap(complaints::find);
    boolean few = Plain.tokens(text).size() <= FEW_WORDS;
    boolean asked = draft.understanding().isSure(Intent.COMPLAINT_STATUS);
    var meant = named.map(List::of).orElseGet(complaints::meant);
    if (meant.isEmpty() || !(named.isPresent() && few) && !(asked && isBesideTheBot())) {
      return false;
    }
    meant.forEach(words::tellState);
    if (draft.mode() instanceof Mode.WithAgent a) {
      stillUnanswered(a);
    } else if (draft.mode() instanceof Mode.WithBot(Dialogue.Asking asking)) {
      BotTalk.flowOf(draft, asking).ifPresent(f -> FlowQuestion.askAgain(draft, f, asking));
    }
    return true;
  }

  private boolean isBesideTheBot() {
    return !(draft.mode() instanceof Mode.WithBot);
  }

  private void stillUnanswered(Mode.WithAgent mode) {
    draft.mode(CustomerTurns.unanswered(draft, mode));
  }

  /** Answers how they stand; false if there is none. */
  boolean tellState() {
    complaints.meant().forEach(words::tellState);
    return !complaints.meant().isEmpty();
  }

  /** True if the wish to complain meets a complaint that is open already. */
  boolean tellThatThereIsOne() {
    var open = complaints.open();
    if (open.isEmpty()) {
      return false;
    }
    open.subList(0, open.size() - 1).forEach(words::tellState);
    var last = open.getLast();
    if (last.isProposed()) {
      words.tellState(last);
    } else {
      var another = words.button(ComplaintWords.ANOTHER, Phrase.COMPLAINT_ANOTHER);
      words.tell(Phrase.COMPLAINT_THERE_IS_ONE, last, List.of(another));
    }
    return true;
  }

  // another one

  /** Of another complaint everything is asked anew but where the customer can be reached. */
  private void another() {
    draft.flows().flow(Flow.COMPLAINT).stream()
        .flatMap(flow -> flow.slots().values().stream())
        .filter(s -> s.remember() == Remember.CONVERSATION && !s.name().equals(Handoffs.REACH))
        .forEach(s -> draft.memory().forget(s.name()));
    switch (draft.mode()) {
      case Mode.Queued q -> ComplaintFiling.in(draft).file(Optional.of(q.handoff().team()));
      case Mode.WithAgent a -> {
        ComplaintFiling.in(draft).file(Optional.of(a.handoff().team()));
        stillUnanswered(a);
      }
      case Mode.WithBot _, Mode.Closed _ -> {
        draft.dialogue(Dialogue.Idle.FRESH);
        Wishes.beginAnew(draft, Flow.COMPLAINT);
      }
    }
  }

  // buttons

  /** Takes a button about a complaint, whenever and wherever it stood; false if it has passed. */
  boolean press(Event.CustomerChose event) {
    var option = event.option();
    if (option.equals(ComplaintWords.ANOTHER)) {
      pressed(event, Phrase.COMPLAINT_ANOTHER);
      another();
      return true;
    }
    return press(event, ComplaintWords.ACCEPT, Phrase.COMPLAINT_ACCEPT, ending()::accept)
        || press(event, ComplaintWords.DISPUTE, Phrase.COMPLAINT_DISPUTE, ending()::dispute)
        || press(event, ComplaintWords.REOPEN, Phrase.COMPLAINT_REOPEN, ending()::reopen);
  }

  private boolean press(
      Event.CustomerChose event, String button, Phrase label, Consumer<Complaint> doing) {
    return on(
        complaints.all().stream().filter(c -> offers(c, button, event.option())).findFirst(),
        complaint -> {
          pressed(event, label);
          doing.accept(complaint);
        });
  }

  private boolean offers(Complaint complaint, String button, String option) {
    return option.startsWith(button)
        && words.buttons(complaint).stream().anyMatch(b -> b.id().equals(option));
  }

  private void pressed(Event.CustomerChose event, Phrase label) {
    CustomerTurns.pressed(draft, event, words.button("", label).label());
  }

  private static boolean on(Optional<Complaint> complaint, Consumer<Complaint> doing) {
    complaint.ifPresent(doing);
    return complaint.isPresent();
  }
}
