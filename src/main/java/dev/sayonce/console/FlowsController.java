package dev.sayonce.console;

import dev.sayonce.engine.FlowFiles;
import dev.sayonce.engine.FlowFiles.Reload;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.platform.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The company's files that serve, for admins, and how to take those that are in the folder now. */
@RestController
@RequestMapping("/console/api/flows")
final class FlowsController {

  /** Which files serve; {@code set} is the hash of their content. */
  record Serving(String set, List<String> flows, List<String> answers) {
    static Serving of(FlowSet set) {
      return new Serving(
          set.hash(), List.copyOf(set.flows().keySet()), List.copyOf(set.answers().keySet()));
    }
  }

  /** A problem or warning. */
  record Line(String file, int line, int column, String message, boolean warning) {
    static Line of(Problem problem) {
      return new Line(
          problem.file().toString(),
          problem.line(),
          problem.column(),
          problem.message(),
          !problem.isError());
    }
  }

  record Reloaded(Serving serving, boolean changed, List<Line> warnings) {}

  private final FlowSets sets;
  private final FlowFiles files;

  FlowsController(FlowSets sets, FlowFiles files) {
    this.sets = sets;
    this.files = files;
  }

  @GetMapping
  Serving serving() {
    return Serving.of(sets.active());
  }

  @PostMapping("/reload")
  Mono<Reloaded> reload() {
    return files.reload().map(FlowsController::answer);
  }

  private static Reloaded answer(Reload reload) {
    return switch (reload) {
      case Reload.Taken(var set, var changed, var warnings) ->
          new Reloaded(Serving.of(set), changed, lines(warnings));
      case Reload.Refused(var problems) ->
          throw new Refusal(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "flows-refused",
                  "Something is wrong with the files; those before go on serving.")
              .with("problems", lines(problems));
    };
  }

  private static List<Line> lines(List<Problem> problems) {
    return problems.stream().map(Line::of).toList();
  }
}
