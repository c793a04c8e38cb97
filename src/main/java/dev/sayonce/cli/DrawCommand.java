package dev.sayonce.cli;

import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.drawing.Drawing;
import dev.sayonce.flow.drawing.Outline;
import dev.sayonce.flow.drawing.Svg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws flows, as pictures or as outlines. */
@Command(
    name = "draw",
    description = "Draw the flows as SVG pictures or as outlines in text.",
    mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {

  enum Format {
    SVG,
    TEXT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;

  @Mixin private FolderArgument folder = new FolderArgument();

  @Option(
      names = "--flow",
      paramLabel = "ID",
      description = "Only this flow; may be given more than once.")
  private List<String> only = List.of();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "The language of the texts; left out: the company's first.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}; left out: svg into a folder, text onto the terminal.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write a file for each flow into this folder.")
  private Optional<Path> out = Optional.empty();

  DrawCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var files = CompanyFiles.read(folder.path());
    if (files.set().isEmpty()) {
      new ProblemReport(terminal, files).text();
      return Cli.PROBLEMS;
    }
    var set = files.set().get();
    var spoken = LanguageOption.in(set, language, terminal);
    var flows = set.flows().values().stream().filter(this::isWanted).toList();
    if (flows.size() < only.size()) {
      terminal.err().println("Flows here: " + String.join(", ", set.flows().keySet()));
      return Cli.WRONG_USE;
    }
    return spoken.isEmpty() ? Cli.WRONG_USE : draw(set, flows, spoken.get());
  }

  private boolean isWanted(Flow flow) {
    return only.isEmpty() || only.contains(flow.id());
  }

  private int draw(FlowSet set, List<Flow> flows, Language spoken) throws IOException {
    for (var flow : flows) {
      var drawing = Drawing.of(set, flow, spoken);
      if (out.isPresent()) {
        write(out.get(), drawing);
      } else {
        terminal.say(drawn(drawing, format.orElse(Format.TEXT)));
      }
    }
    return Cli.GOOD;
  }

  private void write(Path into, Drawing drawing) throws IOException {
    var as = format.orElse(Format.SVG);
    var file = into.resolve(drawing.flow() + (as == Format.SVG ? ".svg" : ".txt"));
    Files.createDirectories(into);
    Files.writeString(file, drawn(drawing, as));
    terminal.say(file.toString());
  }

  private static String drawn(Drawing drawing, Format as) {
    return as == Format.SVG ? Svg.of(drawing) : Outline.of(drawing);
  }
}
