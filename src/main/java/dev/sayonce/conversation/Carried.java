package dev.sayonce.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a talk brings along when its customer goes on in another: nobody is asked twice, and nobody
 * loses their place in the line or their agent.
 *
 * @param facts what was known, by slot name
 * @param complaints theirs so far
 * @param person the mode, if a person was needed or had the case
 */
public record Carried(
    ConversationId from,
    Map<String, String> facts,
    Optional<Mode> person,
    List<Complaint> complaints) {

  public static Carried of(Conversation talk) {
    var facts = new HashMap<>(talk.slots());
    facts.keySet().removeAll(talk.guessed());
    var person =
        switch (talk.mode()) {
          case Mode.Queued _, Mode.WithAgent _ -> Optional.of(talk.mode());
          case Mode.WithBot _, Mode.Closed _ -> Optional.<Mode>empty();
        };
    return new Carried(talk.id(), Map.copyOf(facts), person, talk.complaints());
  }
}
