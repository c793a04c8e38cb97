package dev.sayonce.console;

import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.AgentStore.Change;
import dev.sayonce.staff.Agents;
import dev.sayonce.staff.Presence;
import dev.sayonce.staff.Role;
import dev.sayonce.staff.Secret;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The agents' accounts, for admins. */
@RestController
@RequestMapping("/console/api/agents")
final class AgentsController {

  /** An account as admins see it. */
  record Line(
      String id,
      String login,
      String name,
      Role role,
      Set<String> teams,
      Set<String> languages,
      boolean disabled,
      boolean online) {}

  record Created(Line agent, Secret password) {}

  record Password(Secret password) {}

  private final Agents agents;
  private final Presence presence;

  AgentsController(Agents agents, Presence presence) {
    this.agents = agents;
    this.presence = presence;
  }

  @GetMapping
  Flux<Line> all() {
    return agents.all().map(this::line);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Created> create(@RequestBody AgentForm form) {
    return Mono.fromCallable(form::checked)
        .flatMap(agents::create)
        .map(made -> new Created(line(made.account()), made.password()))
        .switchIfEmpty(Mono.error(AgentsController::loginTaken));
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> disable(@PathVariable String id) {
    return agents.disable(id).doOnNext(AgentsController::refuseUnlessDone).then();
  }

  @PostMapping("/{id}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> enable(@PathVariable String id) {
    return agents.enable(id).doOnNext(AgentsController::refuseUnlessDone).then();
  }

  @PostMapping("/{id}/password")
  Mono<Password> newPassword(@PathVariable String id) {
    return agents
        .newPassword(id)
        .map(Password::new)
        .switchIfEmpty(Mono.error(AgentsController::unknown));
  }

  private Line line(Account account) {
    return new Line(
        account.id(),
        account.login(),
        account.name(),
        account.role(),
        account.teams(),
        account.languages(),
        account.disabled(),
        presence.isOnline(account.id()));
  }

  private static void refuseUnlessDone(Change change) {
    switch (change) {
      case DONE -> {}
      case UNKNOWN -> throw unknown();
      case LAST_ADMIN ->
          throw new Refusal(
              HttpStatus.CONFLICT, "last-admin", "Nobody could keep the accounts any more.");
    }
  }

  private static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND, "no-agent", "There is no such agent.");
  }

  private static Refusal loginTaken() {
    return new Refusal(HttpStatus.CONFLICT, "login-taken", "Somebody has this login already.");
  }
}
