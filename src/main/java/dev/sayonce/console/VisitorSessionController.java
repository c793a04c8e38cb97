package dev.sayonce.console;

import dev.sayonce.channel.web.WebSessionStore;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Role;
import dev.sayonce.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Ends a visitor's web session, as when a browser was left open in a public place: its token opens
 * nothing any more.
 */
@RestController
final class VisitorSessionController {

  private final AgentDoings doings;
  private final WebSessionStore sessions;

  VisitorSessionController(AgentDoings doings, WebSessionStore sessions) {
    this.doings = doings;
    this.sessions = sessions;
  }

  @PostMapping("/console/api/conversations/{id}/end-session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> end(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
    if (who.account().role() == Role.AGENT) {
      return Mono.error(
          new Refusal(
              HttpStatus.FORBIDDEN, "forbidden", "Supervisors and admins may end a session."));
    }
    return doings.visible(id, who).flatMap(_ -> sessions.revoke(new ConversationId(id).thread()));
  }
}
