package dev.sayonce.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.ComplaintChange;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Survey;
import dev.sayonce.conversation.Turn;
import java.util.List;
import java.util.Optional;

/**
 * What the figures are made from: one line per turn, without anybody's words.
 *
 * @param at when it happened, in milliseconds since 1970
 * @param from the status before, empty for the first turn of a conversation
 * @param agent the id of the agent who has the case afterwards
 * @param repeats how many known facts an agent asked for in it, absent for none
 * @param flows the beginning of the hash of the files that answered
 * @param score what the customer gave in the survey, 0 to 10, in the line of the turn that they did
 * @param complaints what became of complaints in it
 * @param late true if the event no longer applied
 */
record JournalLine(
    long at,
    ConversationId conversation,
    String event,
    Optional<Mode.Status> from,
    Mode.Status to,
    Optional<Handoff.Reason> reason,
    Optional<String> team,
    Optional<String> agent,
    String channel,
    String language,
    Optional<Integer> repeats,
    String flows,
    Optional<Integer> score,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ComplaintChange> complaints,
    boolean late) {

  private static final int SHORT_HASH = 12;

  static JournalLine of(Optional<Conversation> before, Event event, Turn turn) {
    var next = turn.next();
    return new JournalLine(
        event.at().toEpochMilli(),
        next.id(),
        event.getClass().getSimpleName(),
        before.filter(c -> c.id().equals(next.id())).map(c -> c.mode().status()),
        next.mode().status(),
        next.handoff().map(Handoff::reason),
        next.handoff().map(Handoff::team),
        next.mode() instanceof Mode.WithAgent a ? Optional.of(a.agent().id()) : Optional.empty(),
        next.contact().channel(),
        next.language().code(),
        Optional.of(turn.repeats()).filter(n -> n > 0),
        next.flowSet().substring(0, Math.min(SHORT_HASH, next.flowSet().length())),
        score(before, next),
        ComplaintChange.in(turn),
        turn.verdict() instanceof Turn.Verdict.Late);
  }

  private static Optional<Integer> score(Optional<Conversation> before, Conversation next) {
    var known = before.filter(c -> c.id().equals(next.id())).flatMap(Conversation::survey);
    return next.survey()
        .map(Survey::score)
        .filter(score -> known.filter(s -> s.score() == score).isEmpty());
  }
}
