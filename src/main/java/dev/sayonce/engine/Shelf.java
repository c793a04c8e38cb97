package dev.sayonce.engine;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Mode;
import dev.sayonce.redis.RedisKeys;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a thread stands among all threads: on exactly one shelf, ordered by its last event, for the
 * lists and the search of the console. Shelves go by team, so that nobody has to look through those
 * of other teams.
 *
 * @param team whose case it is or was; empty where no person was ever needed
 */
public record Shelf(Kind kind, Optional<String> team) {

  /** Who has the word, as far as a list of conversations cares. */
  public enum Kind {
    BOT,
    QUEUED,
    OPEN,
    CLOSED
  }

  public static final Shelf BOT = new Shelf(Kind.BOT, Optional.empty());

  /** The cases that ended without a person. */
  public static final Shelf CLOSED_BY_BOT = new Shelf(Kind.CLOSED, Optional.empty());

  public static Shelf of(Kind kind, String team) {
    return new Shelf(kind, Optional.of(team));
  }

  /** The shelf of a thread with this conversation. */
  public static Shelf of(Conversation conversation) {
    return switch (conversation.mode()) {
      case Mode.WithBot _ -> BOT;
      case Mode.Queued q -> of(Kind.QUEUED, q.handoff().team());
      case Mode.WithAgent a -> of(Kind.OPEN, a.handoff().team());
      case Mode.Closed c ->
          new Shelf(Kind.CLOSED, c.served().map(Mode.WithAgent::handoff).map(Handoff::team));
    };
  }

  /** The index of its threads in a partition. */
  public String key(int partition) {
    var word = kind.name().toLowerCase(Locale.ROOT);
    return RedisKeys.shelf(partition, team.map(t -> word + ":" + t).orElse(word));
  }
}
