package dev.sayonce.console;

import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Intent;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.LocalText;
import dev.sayonce.handoff.Titles;
import dev.sayonce.learning.Learning;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.SignedIn;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What agents know that the bot did not: which answer or flow a question was about. */
@RestController
final class AboutController {

  /** An answer or flow that a question may be about. */
  record Question(String id, LocalText title) {}

  /** What the page sends: an id of its own making and what it was about. */
  record Told(Optional<String> id, Optional<String> about) {}

  private final AgentDoings doings;
  private final Learning learning;
  private final FlowSets flows;

  AboutController(AgentDoings doings, Learning learning, FlowSets flows) {
    this.doings = doings;
    this.learning = learning;
    this.flows = flows;
  }

  @GetMapping("/console/api/questions")
  List<Question> questions() {
    return learning.intents().stream()
        .map(intent -> new Question(intent.toString(), Titles.intent(intent, flows.active())))
        .toList();
  }

  @PostMapping("/console/api/conversations/{id}/about")
  Mono<AgentDoings.Done> about(
      @PathVariable String id, @RequestBody Told body, @AuthenticationPrincipal SignedIn who) {
    var intent = known(body);
    return doings.perform(
        id,
        new AgentDoings.Doing(body.id(), Optional.empty()),
        who,
        (event, at, c, agent) -> new Event.AgentToldAbout(event, at, c, agent, intent));
  }

  private Intent known(Told body) {
    return body.about()
        .filter(Intent::isIntent)
        .map(Intent::parse)
        .filter(learning.intents()::contains)
        .orElseThrow(
            () ->
                new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Nobody can ask for that.")
                    .with("field", "about"));
  }
}
