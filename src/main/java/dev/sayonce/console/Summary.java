package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.Approval;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Identity;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Words;
import dev.sayonce.engine.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A conversation as a line in the console's lists.
 *
 * @param channels by which its customer is there, the first one first
 * @param complaints of the customer, the closed ones too, oldest first
 * @param proved who the customer has proved to be
 * @param approvals what waits for the word of somebody who may do more, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Summary(
    String conversation,
    String status,
    String language,
    Optional<String> team,
    Optional<String> reason,
    boolean front,
    Optional<Instant> waitingSince,
    Instant beganAt,
    Optional<Agent> agent,
    Optional<String> customer,
    Optional<Instant> unansweredSince,
    Optional<Last> last,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> channels,
    Optional<Proved> proved,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Asked> approvals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ComplaintLine> complaints,
    Of version) {

  /**
   * An action that an agent may not have run alone.
   *
   * @param n the number of the line that asks for it
   * @param with what it is given, personal values masked
   */
  record Asked(int n, String action, String with, Agent by, String why, Instant at) {
    static Asked of(Approval a) {
      return new Asked(a.entry(), a.action(), a.shown(), a.by(), a.why(), a.at());
    }
  }

  /**
   * Who the customer has proved to be.
   *
   * @param customer the company's own name for them
   * @param proof {@code page} or {@code code}
   * @param until when it counts
   */
  record Proved(String customer, String proof, Instant until) {
    static Proved of(Identity identity) {
      return new Proved(identity.customer(), word(identity.proof()), identity.until());
    }
  }

  /** The last public words. */
  record Last(String from, String text, Instant at) {}

  /** Which state this is: {@code n} grows within the same {@code of}. */
  record Of(String of, long n) {}

  static Summary of(Conversation c, Version version) {
    return new Summary(
        c.id().value(),
        word(c.mode().status()),
        c.language().code(),
        c.handoff().map(Handoff::team),
        c.handoff().map(h -> h.reason().word()),
        c.mode() instanceof Mode.Queued q && q.front(),
        c.mode() instanceof Mode.Queued q ? Optional.of(q.handoff().askedAt()) : Optional.empty(),
        c.began(),
        c.mode() instanceof Mode.WithAgent a ? Optional.of(a.agent()) : Optional.empty(),
        c.identity().flatMap(Identity::name).or(() -> Optional.ofNullable(c.slots().get("name"))),
        c.mode() instanceof Mode.WithAgent a ? a.unansweredSince() : Optional.empty(),
        c.words().map(Summary::last),
        c.contacts().stream().map(Contact::channel).distinct().toList(),
        c.identity().map(Proved::of),
        c.approvals().stream().map(Asked::of).toList(),
        c.complaints().stream().map(ComplaintLine::of).toList(),
        new Of(version.incarnation(), version.counter()));
  }

  /** Of an earlier case on the thread of {@code current}. */
  static Summary past(PastCase past, Conversation current, Version version) {
    var latest = of(current, version);
    return new Summary(
        past.id().value(),
        past.status(),
        latest.language(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        past.beganAt().orElse(latest.beganAt()),
        Optional.empty(),
        latest.customer(),
        Optional.empty(),
        Optional.empty(),
        latest.channels(),
        latest.proved(),
        List.of(),
        latest.complaints(),
        latest.version());
  }

  /**
   * Of a conversation whose state this version can't read: its transcript is all there is.
   *
   * @param entries the end of it
   */
  static Summary unreadable(ConversationId id, List<Entry> entries, Version version) {
    return new Summary(
        id.value(),
        "unreadable",
        "",
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Of(version.incarnation(), version.counter()));
  }

  private static Last last(Words words) {
    return new Last(word(words.speaker()), words.text(), words.at());
  }

  /** The API's word for a constant: {@code UNKNOWN_QUESTION} is {@code unknown-question}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
