package dev.sayonce.console;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Event;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import dev.sayonce.flow.slot.Found;
import dev.sayonce.flow.slot.Heard;
import dev.sayonce.flow.slot.SlotType;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.SignedIn;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What an agent may have back ends do in a conversation. Whether it is done is decided by the
 * conversation itself; here is only looked whether the form is filled in.
 */
@RestController
@RequestMapping("/console/api/conversations/{id}")
final class ActionsController {

  private static final int LONGEST_WHY = 500;
  private static final int LONGEST_VALUE = 2_000;

  /**
   * An action as the form sends it.
   *
   * @param values by input, as the agent wrote them; blank ones are left out
   * @param confirmed true if the customer has said yes
   */
  record Run(
      Optional<String> id,
      Optional<Map<String, String>> values,
      Optional<Boolean> confirmed,
      Optional<String> why) {}

  /** A word given, or refused. */
  record Decision(Optional<String> id, Optional<Boolean> approve, Optional<String> why) {}

  private final AgentDoings doings;
  private final FlowSets flows;
  private final Clock clock;

  ActionsController(AgentDoings doings, FlowSets flows, Clock clock) {
    this.doings = doings;
    this.flows = flows;
    this.clock = clock;
  }

  /** All that this agent may have done, as forms. */
  @GetMapping("/actions")
  Mono<List<ActionForm>> actions(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
    return current(id, who)
        .flatMap(c -> flows.set(c.flowSet()).map(set -> forms(set, c, role(who))));
  }

  private List<ActionForm> forms(FlowSet set, Conversation conversation, Runner role) {
    boolean isVerified = conversation.identity().filter(i -> i.holds(clock.instant())).isPresent();
    return set.actions().byId().values().stream()
        .filter(action -> action.rights().allows(role))
        .map(action -> ActionForm.of(action, conversation, role, isVerified))
        .toList();
  }

  @PostMapping("/actions/{action}")
  Mono<AgentDoings.Done> run(
      @PathVariable String id,
      @PathVariable String action,
      @RequestBody Run body,
      @AuthenticationPrincipal SignedIn who) {
    var why = why(body.why());
    boolean confirmed = body.confirmed().orElse(false);
    return current(id, who)
        .flatMap(c -> flows.set(c.flowSet()))
        .map(set -> set.action(action).orElseThrow(ActionsController::unknown))
        .map(found -> fitting(found, body.values().orElse(Map.of()), who))
        .flatMap(
            values ->
                doings.perform(
                    id,
                    new AgentDoings.Doing(body.id(), Optional.empty()),
                    who,
                    (event, at, c, agent) ->
                        new Event.AgentRan(
                            event, at, c, agent, role(who), action, values, confirmed, why)));
  }

  @PostMapping("/approvals/{entry}")
  Mono<AgentDoings.Done> decide(
      @PathVariable String id,
      @PathVariable int entry,
      @RequestBody Decision body,
      @AuthenticationPrincipal SignedIn who) {
    var why = why(body.why());
    boolean approved =
        body.approve().orElseThrow(() -> AgentDoings.invalid("Say whether you approve."));
    return doings.perform(
        id,
        new AgentDoings.Doing(body.id(), Optional.empty()),
        who,
        (event, at, c, agent) ->
            new Event.AgentDecided(event, at, c, agent, role(who), entry, approved, why));
  }

  private Mono<Conversation> current(String id, SignedIn who) {
    return doings
        .visible(id, who)
        .map(stored -> stored.conversation().orElseThrow())
        .filter(c -> c.id().equals(new ConversationId(id)))
        .switchIfEmpty(Mono.error(ActionsController::ended));
  }

  private static Runner role(SignedIn who) {
    return switch (who.account().role()) {
      case AGENT -> Runner.AGENT;
      case SUPERVISOR -> Runner.SUPERVISOR;
      case ADMIN -> Runner.ADMIN;
    };
  }

  /** As they are kept; the first that does not fit is refused by its name. */
  private Map<String, String> fitting(Action action, Map<String, String> written, SignedIn who) {
    var values = new HashMap<String, String>();
    action
        .input()
        .forEach(
            (name, input) -> {
              var words = written.getOrDefault(name, "").strip();
              if (!words.isEmpty()) {
                values.put(name, normal(name, input.slot().type(), heard(words, who)));
              } else if (!input.optional()) {
                throw AgentDoings.invalid("This is needed.").with("field", name);
              }
            });
    return values;
  }

  private static String normal(String name, SlotType type, Heard heard) {
    return Optional.of(heard.words())
        .filter(words -> words.length() <= LONGEST_VALUE)
        .flatMap(words -> type.normal(words).or(() -> type.find(heard).map(Found::value)))
        .orElseThrow(() -> AgentDoings.invalid("This does not fit.").with("field", name));
  }

  /** An agent may write {@code 150,50} or a phone number with blanks as a customer may. */
  private Heard heard(String words, SignedIn who) {
    var company = flows.active().company();
    var language = who.account().language().map(Language::new).orElse(company.defaultLanguage());
    return new Heard(words, language.locale(), clock.instant().atZone(company.zone()));
  }

  private static String why(Optional<String> words) {
    var why = words.map(String::strip).orElse("");
    if (why.length() > LONGEST_WHY) {
      throw AgentDoings.invalid("At most %d characters.".formatted(LONGEST_WHY))
          .with("field", "why");
    }
    return why;
  }

  private static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND, "not-found", "There is no such action.");
  }

  private static Refusal ended() {
    return new Refusal(HttpStatus.CONFLICT, "closed", "The conversation has ended.");
  }
}
