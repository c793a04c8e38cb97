package dev.sayonce.console;

import dev.sayonce.engine.FlowFiles;
import dev.sayonce.engine.FlowFiles.Reload;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.drawing.Drawing;
import dev.sayonce.flow.drawing.Svg;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The company's processes for whoever works at the desk: which files serve and their pictures; for
 * those who lead, how to take the files that are in the folder now.
 */
@RestController
@RequestMapping("/console/api/flows")
final class FlowsController {

  /** Which files serve; {@code set} is the hash of their content, the titles are of the flows. */
  record Serving(
      String set, List<String> flows, List<String> answers, Map<String, LocalText> titles) {
    static Serving of(FlowSet set) {
      var titles = new TreeMap<String, LocalText>();
      set.flows().forEach((id, flow) -> titles.put(id, flow.title()));
      return new Serving(
          set.hash(),
          List.copyOf(set.flows().keySet()),
          List.copyOf(set.answers().keySet()),
          titles);
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

  private static final MediaType SVG =
      new MediaType(MediaType.valueOf("image/svg+xml"), StandardCharsets.UTF_8);

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

  /**
   * A flow that serves as a picture.
   *
   * @param language of the texts in it; left out or not spoken: the company's first
   */
  @GetMapping("/{id}/drawing")
  ResponseEntity<String> drawing(@PathVariable String id, @RequestParam Optional<String> language) {
    var set = sets.active();
    var spoken = set.company().languages();
    var wanted = spoken.stream().filter(l -> language.filter(l.code()::equals).isPresent());
    var flow =
        set.flow(id)
            .orElseThrow(
                () -> new Refusal(HttpStatus.NOT_FOUND, "no-flow", "No flow has this id."));
    var drawing = Drawing.of(set, flow, wanted.findFirst().orElse(spoken.getFirst()));
    return ResponseEntity.ok().contentType(SVG).body(Svg.of(drawing));
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
