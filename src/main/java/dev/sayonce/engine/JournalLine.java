package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Turn;
import java.util.Optional;

/**
 * What the figures are made from: one line per turn, without anybody's words.
 *
 * @param at when it happened, in milliseconds since 1970
 * @param from the status before, empty for the first turn of a conversation
 * @param agent the id of the agent who has the case afterwards
 * @param repeats how many known facts an agent asked for in it, absent for none
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
    boolean late) {

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
        turn.verdict() instanceof Turn.Verdict.Late);
  }
}
