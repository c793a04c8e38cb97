package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Actions;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.Facts;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One reading of one set: parse, hold against the schemas, bind, check as a whole. */
final class SetReading {

  private record Fitting(FileKind kind, Place top) {}

  private static final String COMPANY = "company.yaml";
  private static final String PHRASES = FileKind.BUILTIN + "phrases.yaml";
  private static final Pattern FLOW_ID = Pattern.compile("[a-z][a-zA-Z0-9-]*");

  private final Schemas schemas;
  private final Map<String, String> sources;
  private final Pictures pictures;
  private final Problems problems;
  private final List<Fitting> files = new ArrayList<>();
  private final List<String> misfits = new ArrayList<>();
  private final AnswersReader answers = new AnswersReader();
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Map<String, Place> flowPlaces = new LinkedHashMap<>();
  private final PhrasesReader phrases = new PhrasesReader();
  private final ActionsReader actions = new ActionsReader();
  private final CannedReader canned = new CannedReader();
  private final InterruptsReader interrupts = new InterruptsReader();

  SetReading(Schemas schemas, Map<String, String> sources, Pictures pictures, Problems problems) {
    this.schemas = schemas;
    this.sources = sources;
    this.pictures = pictures;
    this.problems = problems;
  }

  Reading read(Set<String> mocked) {
    sources.forEach(this::parse);
    // The company's own files come first: what ships with the product only fills the gaps.
    files.sort(Comparator.comparing(f -> isBuiltin(f.top)));
    var company = company();
    bind(company.map(c -> Scope.of(c, mocked)).orElse(Scope.OPEN));
    var givenWay = check();
    company.ifPresent(this::checkLanguages);
    return company.isPresent() && !problems.hasErrors()
        ? new Reading.Good(set(company.get(), givenWay), problems.sorted())
        : new Reading.Bad(problems.sorted());
  }

  /** The words of the product's own examples that the company uses for something else. */
  private Set<String> check() {
    var checks = new SetChecks(answers.places(), flowPlaces, canned.place());
    checks.check();
    new TextChecks(answers.places(), flowPlaces, misfits.isEmpty()).check();
    // What can't be told before every file fits would only be told wrongly.
    if (misfits.isEmpty()) {
      of(FileKind.COMPANY).forEach(top -> checks.checkSuggested(top.at("chat").at("suggest")));
      of(FileKind.ACTIONS).forEach(top -> checks.checkKnown(top.at("actions")));
      new FlowLinks(flowPlaces).check();
      new SlotUse(answers.places(), flowPlaces, canned.place()).check();
    }
    return new Collisions(answers.places(), flowPlaces, interrupts.places()).check();
  }

  private void parse(String path, String content) {
    FileKind.of(path)
        .ifPresent(
            kind ->
                YamlParser.parse(path, content, problems)
                    .filter(file -> schemas.fits(kind, file, problems))
                    .ifPresentOrElse(
                        file -> files.add(new Fitting(kind, file.top(problems))),
                        () -> misfits.add(path)));
  }

  private Optional<Company> company() {
    if (!sources.containsKey(COMPANY)) {
      problems.add(COMPANY, "There is no company.yaml: write one with name, languages and teams.");
    }
    return of(FileKind.COMPANY).map(top -> new CompanyReader(top, pictures).read()).findFirst();
  }

  private void bind(Scope company) {
    of(FileKind.ACTIONS).forEach(top -> actions.add(top, company));
    bindTexts(company.with(catalogue()));
  }

  /** Half a catalogue would make good calls look wrong. */
  private Actions catalogue() {
    return misfits.stream()
            .anyMatch(path -> FileKind.of(path).equals(Optional.of(FileKind.ACTIONS)))
        ? Actions.NONE
        : actions.actions();
  }

  private void bindTexts(Scope company) {
    of(FileKind.ANSWERS)
        .forEach(top -> answers.add(top, new Texts(scope(top, company).languages())));
    of(FileKind.FLOW).forEach(top -> bindFlow(top, scope(top, company)));
    of(FileKind.CANNED).forEach(top -> canned.add(top, new Texts(company.languages())));
    of(FileKind.INTERRUPTS).forEach(interrupts::add);
    YamlParser.parse(PHRASES, Builtin.resource(PHRASES), problems)
        .ifPresent(newest -> phrases.add(newest.top(problems), new Texts(List.of())));
    of(FileKind.PHRASES)
        .toList()
        .reversed()
        .forEach(top -> phrases.add(top, new Texts(scope(top, company).languages())));
  }

  private void bindFlow(Place top, Scope scope) {
    var id = FileKind.id(top.file().path());
    if (!FLOW_ID.matcher(id).matches()) {
      top.problem(
          "A flow's file name is a small letter, then letters, digits and hyphens: rename it.");
    }
    if (flowPlaces.putIfAbsent(id, top) == null) {
      flows.put(id, new FlowFileReader(top, scope).read());
    }
  }

  private void checkLanguages(Company company) {
    for (var language : company.languages()) {
      var missing = BuiltinGaps.of(language, answers.places(), flowPlaces, phrases.phrases());
      if (!missing.isEmpty()) {
        problems.add(
            COMPANY,
            "SayOnce itself does not speak %s: word these yourself in it: %s."
                .formatted(language, String.join(", ", missing)));
      }
    }
  }

  private FlowSet set(Company company, Set<String> givenWay) {
    flows.replaceAll((_, flow) -> interrupts.addTo(givenWay(flow, givenWay)));
    answers.giveWay(givenWay);
    var all = new TreeMap<>(sources);
    company.look().logo().ifPresent(logo -> all.put(logo.file(), logo.base64()));
    return new FlowSet(
        Hash.of(all),
        company,
        Collections.unmodifiableMap(flows),
        Collections.unmodifiableMap(answers.answers()),
        phrases.phrases(),
        canned.replies(),
        interrupts.interrupts(),
        new Facts(flows.values()),
        actions.actions(),
        Map.copyOf(all));
  }

  /** What the company uses for something else is no example of the product's own flow. */
  private Flow givenWay(Flow flow, Set<String> words) {
    var place = flowPlaces.get(flow.id());
    return place != null && isBuiltin(place)
        ? new Flow(
            flow.id(),
            flow.title(),
            flow.ask(),
            Collisions.without(flow.phrases(), words),
            flow.slots(),
            flow.steps())
        : flow;
  }

  private Stream<Place> of(FileKind kind) {
    return files.stream().filter(f -> f.kind == kind).map(Fitting::top);
  }

  private static Scope scope(Place top, Scope company) {
    return isBuiltin(top) ? Scope.OPEN : company;
  }

  private static boolean isBuiltin(Place top) {
    return FileKind.isBuiltin(top.file().path());
  }
}
