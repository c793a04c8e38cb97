package dev.sayonce.console;

import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Turn.Verdict;
import dev.sayonce.conversation.Turn.Why;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.Receipt;
import dev.sayonce.engine.Stored;
import dev.sayonce.engine.UnreadableState;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Role;
import dev.sayonce.staff.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The way of an agent's doing: may they, is it sound, does it still apply. */
@Component
final class AgentDoings {

  private static final int LONGEST_TEXT = 10_000;
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /** What the page sends: an id of its own making and, where it says something, the words. */
  record Doing(Optional<String> id, Optional<String> text) {}

  /** It is committed; {@code n} is the number of the first entry that it made. */
  record Done(int n) {}

  /** Makes the event of a doing. */
  interface Make {
    Event of(String event, Instant at, ConversationId conversation, Agent agent);
  }

  private final ConversationEngine engine;
  private final Access access;
  private final Clock clock;

  AgentDoings(ConversationEngine engine, Access access, Clock clock) {
    this.engine = engine;
    this.access = access;
    this.clock = clock;
  }

  /** The thread of a conversation that the agent may see; fails with the refusal otherwise. */
  Mono<Stored> visible(String id, SignedIn who) {
    return found(id, who).onErrorMap(UnreadableState.class, _ -> unreadable());
  }

  /**
   * As {@link #visible}, but fails with the {@link UnreadableState} for those who see all teams.
   */
  Mono<Stored> found(String id, SignedIn who) {
    return ConversationId.isConversationId(id)
        ? engine
            .fresh(new ConversationId(id).thread())
            .filter(stored -> stored.conversation().isPresent())
            .switchIfEmpty(Mono.error(unknown()))
            .doOnNext(stored -> refuseOtherTeam(stored, who))
            .onErrorMap(
                e -> e instanceof UnreadableState && who.account().role() == Role.AGENT,
                _ -> otherTeam())
        : Mono.error(unknown());
  }

  private static Refusal unreadable() {
    return new Refusal(
        HttpStatus.CONFLICT,
        "unreadable",
        "Its state can't be read; it begins anew when the customer writes.");
  }

  private static Refusal otherTeam() {
    return new Refusal(
        HttpStatus.FORBIDDEN, "other-team", "This conversation belongs to another team.");
  }

  private void refuseOtherTeam(Stored stored, SignedIn who) {
    if (!access.maySee(who.account(), stored.conversation().orElseThrow())) {
      throw otherTeam();
    }
  }

  Mono<Done> perform(String id, Doing doing, SignedIn who, Make make) {
    var client = doing.id().filter(AgentDoings::isClientId);
    if (client.isEmpty()) {
      return Mono.error(
          new Refusal(
              HttpStatus.BAD_REQUEST,
              "malformed",
              "Send an id of 8 to 64 letters, digits and hyphens."));
    }
    return visible(id, who).flatMap(_ -> commit(new ConversationId(id), client.get(), who, make));
  }

  private Mono<Done> commit(ConversationId id, String client, SignedIn who, Make make) {
    var event = event(who, client);
    return engine
        .handle(
            id.thread(), make.of(event, clock.instant(), id, ConversationsController.agentOf(who)))
        .map(AgentDoings::done);
  }

  static boolean isClientId(String id) {
    return CLIENT_ID.matcher(id).matches();
  }

  /** The id of the event that a page's id stands for. */
  static String event(SignedIn who, String client) {
    return "console:%s:%s".formatted(who.account().id(), client);
  }

  /** What the page is told; throws the refusal of an event that came too late. */
  static Done done(Receipt receipt) {
    return switch (receipt.verdict()) {
      case Verdict.Applied _ -> new Done(receipt.first());
      case Verdict.Late(var why, var holder) -> throw late(why, holder);
      case Verdict.Refused(var reason) -> throw refused(reason);
    };
  }

  private static Refusal refused(String reason) {
    return switch (reason) {
      case "no-value" -> invalid("A value is missing or does not fit.");
      case "unknown-action" -> new Refusal(HttpStatus.NOT_FOUND, "not-found", "No such action.");
      case "over-limit" -> forbidden(reason, "Nobody may do this: it is over every limit.");
      case "own" -> forbidden(reason, "Somebody else has to approve what you asked for.");
      case "not-verified" -> conflict(reason, "The customer has to prove who they are first.");
      case "not-confirmed" -> conflict(reason, "This needs the customer's yes.");
      case "too-many-approvals" -> conflict(reason, "Too much here waits for approval already.");
      default -> forbidden("forbidden", "You may not do this.");
    };
  }

  static Refusal invalid(String detail) {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", detail);
  }

  private static Refusal forbidden(String code, String detail) {
    return new Refusal(HttpStatus.FORBIDDEN, code, detail);
  }

  private static Refusal late(Why why, String holder) {
    return switch (why) {
      case CLAIMED ->
          conflict("claimed", "%s has this conversation.".formatted(holder)).with("agent", holder);
      case NOT_CLAIMED -> conflict("not-claimed", "Claim the conversation first.");
      case CLOSED -> conflict("closed", "The conversation has ended.");
      case PASSED -> conflict("passed", "This no longer applies.");
      case COMPLAINT ->
          conflict("complaint-open", "Propose an outcome of the customer's complaint first.");
      case UNCONFIRMED ->
          conflict("complaint-unconfirmed", "The customer has not answered the proposal yet.");
    };
  }

  private static Refusal conflict(String code, String detail) {
    return new Refusal(HttpStatus.CONFLICT, code, detail);
  }

  /** The words of a doing that needs some. */
  static String text(Doing doing) {
    var text = doing.text().map(String::strip).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "malformed", "Send a text.");
    }
    if (text.get().length() > LONGEST_TEXT) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-long",
          "At most %d characters.".formatted(LONGEST_TEXT));
    }
    return text.get();
  }

  static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND, "no-conversation", "There is no such conversation.");
  }
}
