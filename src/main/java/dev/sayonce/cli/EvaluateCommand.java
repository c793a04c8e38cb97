package dev.sayonce.cli;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.Matching;
import dev.sayonce.knowledge.Labels;
import dev.sayonce.knowledge.evaluation.Evaluation;
import dev.sayonce.knowledge.evaluation.Examination;
import dev.sayonce.knowledge.meaning.Meanings;
import dev.sayonce.knowledge.meaning.UnusableModel;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures the understanding on questions whose right answers are known. */
@Command(
    name = "evaluate",
    description = {
      "Learn from some labelled questions, answer others, print the figures as JSON.",
      "A line of a file is a question, a tab and the name of its intent, or oos where it must not"
          + " be answered."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Terminal terminal;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "What is learned; several files are joined.")
  private List<Path> train = List.of();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "What is asked; several files are joined.")
  private List<Path> test = List.of();

  @Option(
      names = "--oos-train",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Lines that must not be answered, learned beside those of the product.")
  private List<Path> outOfScope = List.of();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "The language of what is learned; left out: found from the lines.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER",
      description = "A language model: english, or a folder; left out: words alone.",
      defaultValue = "")
  private String model = "";

  @Option(
      names = "--synonyms",
      paramLabel = "FILE",
      description = "A company.yaml whose synonyms are used.")
  private Optional<Path> synonyms = Optional.empty();

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try {
      print(evaluate());
      return Cli.GOOD;
    } catch (IllegalArgumentException | UnusableModel e) {
      terminal.err().println(e.getMessage());
    } catch (NoSuchFileException e) {
      terminal.err().println("There is no file " + e.getMessage() + ".");
    } catch (CharacterCodingException e) {
      terminal.err().println("A file is not UTF-8 text.");
    }
    return Cli.PROBLEMS;
  }

  private Evaluation evaluate() throws IOException {
    var learned = read(train).and(read(outOfScope));
    var asked = read(test);
    if (learned.questions().stream().noneMatch(Labels.Labelled::isInScope)) {
      throw new IllegalArgumentException("There is nothing to learn in the files of --train.");
    }
    var lessons = learned.lessons(language.map(Language::new)).with(matching());
    return new Examination(lessons, Meanings.open(model)).on(asked);
  }

  private Matching matching() throws IOException {
    return synonyms.isEmpty()
        ? Matching.USUAL
        : Matching.USUAL.with(SynonymsFile.read(synonyms.get()));
  }

  private static Labels read(List<Path> files) throws IOException {
    var labels = new Labels(List.of());
    for (var file : files) {
      labels = labels.and(Labels.read(file.toString(), Files.readAllLines(file)));
    }
    return labels;
  }

  private void print(Evaluation evaluation) {
    terminal.say(JSON.writeValueAsString(evaluation));
  }
}
