package dev.sayonce.bench;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.Matching;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.knowledge.Labels;
import dev.sayonce.knowledge.Labels.Labelled;
import dev.sayonce.knowledge.evaluation.Evaluation;
import dev.sayonce.knowledge.evaluation.Examination;
import dev.sayonce.knowledge.meaning.Meaning;
import dev.sayonce.knowledge.meaning.Meanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The table of src/docs/answers.md, over a folder of labelled questions. */
public final class AnswersBench {

  private static final int FOLDS = 5;

  private final Path data;
  private final String only;

  private final Optional<Meaning> meaning;

  private AnswersBench(Path data, Optional<Meaning> meaning, String only) {
    this.data = data;
    this.meaning = meaning;
    this.only = only;
  }

  public static void main(String[] arguments) throws IOException {
    var more = List.of(arguments).subList(1, arguments.length);
    new AnswersBench(
            Path.of(arguments[0]),
            Meanings.open(more.isEmpty() ? "" : more.getFirst()),
            more.size() > 1 ? more.get(1) : "")
        .run();
  }

  private void run() throws IOException {
    System.out.println(
        "| set | in scope | top 3 | solved | oos answered | overall | calibration | query ms | training s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    english("Banking77", "fs_banking77");
    english("CLINC150", "fs_clinc150", "fs_clinc150/oos_valid.tsv");
    english("HWU64", "fs_hwu64");
    row("sofmattress", "en", "hint3_sofmattress/train.tsv", "hint3_sofmattress/test.tsv");
    row(
        "sofmattress, less to learn",
        "en",
        "hint3_sofmattress/train_subset.tsv",
        "hint3_sofmattress/test.tsv");
    for (var language : List.of("pl", "ru", "en")) {
      shop(language);
    }
    folds("MASSIVE, Russian, cross-validated", "ru_massive/all.tsv");
    folds("MInDS-14, Russian, cross-validated", "ru_minds14/all.tsv");
  }

  private void english(String name, String folder, String... more) throws IOException {
    for (int each : List.of(5, 10)) {
      var test = new ArrayList<>(List.of(folder + "/valid.tsv"));
      test.addAll(List.of(more));
      row(
          name + ", " + each + " each",
          "en",
          folder + "/train_" + each + ".tsv",
          test.toArray(String[]::new));
    }
  }

  private void shop(String language) throws IOException {
    var test = read("shop/" + language + "_dev.tsv", "shop/" + language + "_oosvalid.tsv");
    var train = read("shop/" + language + "_train.tsv");
    var all = read("shop/pl_train.tsv", "shop/ru_train.tsv", "shop/en_train.tsv");
    var spoken = Optional.of(new Language(language));
    row("shop " + language, train, test, spoken);
    row("shop " + language + ", all languages learned", all, test, Optional.empty());
    rowWithSynonyms("shop " + language + ", synonyms of the sample company", train, test, spoken);
    row("shop " + language + ", no diacritics", train, changed(test, AnswersBench::bare), spoken);
    row(
        "shop " + language + ", a typo in every third word",
        train,
        changed(test, AnswersBench::mistyped),
        spoken);
  }

  private void row(String name, String language, String train, String... test) throws IOException {
    row(name, read(train), read(test), Optional.of(new Language(language)));
  }

  private void row(String name, Labels train, Labels test, Optional<Language> language) {
    if (name.contains(only)) {
      print(name, new Examination(train.lessons(language), meaning).on(test));
    }
  }

  private void rowWithSynonyms(
      String name, Labels train, Labels test, Optional<Language> language) {
    if (name.contains(only)) {
      var company = ((Reading.Good) new FlowReader().read(Path.of("flows"))).set().company();
      var matching = Matching.USUAL.with(company.matching().synonyms());
      var lessons = train.lessons(language).with(matching);
      print(name, new Examination(lessons, meaning).on(test));
    }
  }

  private void folds(String name, String file) throws IOException {
    var all = read(file).questions();
    for (int fold = 0; fold < FOLDS && name.contains(only); fold++) {
      var train = new ArrayList<Labelled>();
      var test = new ArrayList<Labelled>();
      for (int i = 0; i < all.size(); i++) {
        (i % FOLDS == fold ? test : train).add(all.get(i));
      }
      row(name + " " + fold, new Labels(train), new Labels(test), Optional.of(new Language("ru")));
    }
  }

  private Labels read(String... files) throws IOException {
    var labels = new Labels(List.of());
    for (var file : files) {
      labels = labels.and(Labels.read(file, Files.readAllLines(data.resolve(file))));
    }
    return labels;
  }

  private static Labels changed(Labels labels, UnaryOperator<String> change) {
    return new Labels(
        labels.questions().stream()
            .map(q -> new Labelled(change.apply(q.text()), q.intent()))
            .toList());
  }

  private static String bare(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('ł', 'l')
        .replace('Ł', 'L');
  }

  /** Two neighbouring letters of every third word of four letters and more change places. */
  private static String mistyped(String text) {
    var words = text.split(" ");
    for (int i = 0, long_ = 0; i < words.length; i++) {
      if (words[i].length() >= 4 && long_++ % 3 == 0) {
        int at = 1;
        words[i] =
            words[i].substring(0, at)
                + words[i].charAt(at + 1)
                + words[i].charAt(at)
                + words[i].substring(at + 2);
      }
    }
    return String.join(" ", words);
  }

  private static void print(String name, Evaluation e) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %.2f |%n",
        name,
        percent(e.inScopeAccuracy()),
        percent(e.inScopeTop3()),
        percent(e.solved()),
        percent(e.oosRecall().map(r -> 1 - r)),
        percent(e.overallAccuracy()),
        percent(e.calibrationError()),
        e.queryMillisP50().map(m -> String.format(Locale.ROOT, "%.2f", m)).orElse(""),
        e.trainMillis() / 1000);
  }

  private static String percent(Optional<Double> share) {
    return share.map(s -> String.format(Locale.ROOT, "%.1f", 100 * s)).orElse("");
  }
}
