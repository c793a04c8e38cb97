package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.ExampleAddition;
import dev.sayonce.flow.yaml.ExampleWriter;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings what was learned back into the authors' files, as a diff that they read and apply. */
public final class Export {

  private final FlowReader reader;
  private final String folder;

  /**
   * @param folder where the files stand, from the top of the authors' repository
   */
  public Export(FlowReader reader, String folder) {
    this.reader = reader;
    this.folder = folder;
  }

  /** As the folder is named in a repository: a relative one in full, of another its own name. */
  public static String folder(Path path) {
    var name = path.isAbsolute() ? path.getFileName() : path.normalize();
    return name == null ? "" : name.toString().replace('\\', '/');
  }

  /**
   * The diff from the files of that set to the same with the examples in them; empty if they have
   * them all. What the files can't take, because its answer is gone or its words mean something
   * else by now, is left out.
   */
  public String diff(FlowSet flows, List<Learned> examples) {
    var wanted = missing(flows, examples);
    var writer = writer(flows.sources(), wanted);
    return UnifiedDiff.of(
        folder,
        isSound(writer.after())
            ? writer.edited()
            : writer(flows.sources(), oneByOne(flows, wanted)).edited());
  }

  private static List<Candidate> missing(FlowSet flows, List<Learned> examples) {
    var files = new Examples(flows);
    return examples.stream()
        .map(Learned::candidate)
        .filter(c -> files.meaning(c.text()).isEmpty())
        .toList();
  }

  private static ExampleWriter writer(Map<String, String> sources, List<Candidate> wanted) {
    var writer = new ExampleWriter(sources);
    wanted.forEach(c -> writer.add(addition(c)));
    return writer;
  }

  private static ExampleAddition addition(Candidate c) {
    boolean isFlow = c.intent().kind() == Intent.Kind.FLOW;
    return new ExampleAddition(isFlow, c.intent().id(), c.language(), c.text());
  }

  /** Those with which the files stay in order, each tried with those before it. */
  private List<Candidate> oneByOne(FlowSet flows, List<Candidate> wanted) {
    var good = new ArrayList<Candidate>();
    for (var one : wanted) {
      good.add(one);
      if (!isSound(writer(flows.sources(), good).after())) {
        good.removeLast();
      }
    }
    return good;
  }

  private boolean isSound(Map<String, String> files) {
    return reader.read(files) instanceof Reading.Good;
  }
}
