package dev.sayonce.cli;

import dev.sayonce.cli.Terminal.Colour;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Entry;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import dev.sayonce.knowledge.Knowledge;
import dev.sayonce.rehearsal.Rehearsal;
import dev.sayonce.rehearsal.Scene;
import dev.sayonce.rehearsal.StateWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A talk line by line: what is typed goes to the machine, what comes back is shown. */
final class Chat {

  private static final String HELP =
      """
      :state            where the talk stands and what is known
      :restart          begin anew
      :reload           read the files again and begin anew
      :wait 10m         let time pass
      :language ru      press the language switch
      :quit             end (so does the end of the input)
      1, 2, …           press that button; anything else is said to the bot""";

  private final Terminal terminal;
  private final Path folder;
  private final Language language;
  private Scene scene;
  private Rehearsal rehearsal;
  private int shown;
  private String shownCase = "";

  Chat(Terminal terminal, Path folder, Language language, FlowSet set) {
    this.terminal = terminal;
    this.folder = folder;
    this.language = language;
    this.scene = scene(set);
    this.rehearsal = new Rehearsal(scene);
  }

  void run() throws IOException {
    greet();
    for (var line = next(); line.isPresent(); line = next()) {
      var words = line.get().strip();
      if (words.equals(":quit")) {
        return;
      }
      if (!words.isEmpty()) {
        take(words);
      }
    }
  }

  private Optional<String> next() throws IOException {
    if (terminal.interactive()) {
      terminal.out().print(terminal.in(Colour.BOLD, "> "));
      terminal.flush();
    }
    return Optional.ofNullable(terminal.in().readLine());
  }

  private void greet() {
    terminal.say(terminal.in(Colour.FAINT, ":help tells what else can be typed"));
    terminal.say(scene.flows().company().greeting().in(language));
  }

  private void take(String words) {
    if (!terminal.interactive()) {
      terminal.say(terminal.in(Colour.BOLD, "> " + words));
    }
    if (words.startsWith(":")) {
      command(words.split("\\s+", 2));
    } else {
      if (!press(words)) {
        rehearsal.say(words);
        new StateWords(rehearsal).understood().ifPresent(this::aside);
      }
      show();
    }
  }

  private void command(String[] words) {
    var argument = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case ":state" -> new StateWords(rehearsal).lines().forEach(this::aside);
      case ":restart" -> begin(scene);
      case ":reload" -> reload();
      case ":wait" -> pass(argument);
      case ":language" -> speak(argument);
      case ":help" -> terminal.say(HELP);
      default -> {
        terminal.say("There is no " + words[0] + ":");
        terminal.say(HELP);
      }
    }
  }

  /** True if the words are the number of a button that is on offer. */
  private boolean press(String words) {
    var offer = rehearsal.offer();
    if (offer.isEmpty() || !words.matches("\\d{1,2}")) {
      return false;
    }
    var buttons = Rehearsal.buttons(offer.get());
    int number = Integer.parseInt(words);
    boolean there = number >= 1 && number <= buttons.size();
    if (there) {
      rehearsal.press(offer.get().number(), buttons.get(number - 1).id());
    }
    return there;
  }

  private void pass(String time) {
    try {
      rehearsal.pass(Duration.parse("PT" + time.toUpperCase(Locale.ROOT)));
      show();
    } catch (DateTimeParseException _) {
      terminal.say("Write a time like :wait 10m or :wait 2h.");
    }
  }

  private void speak(String code) {
    LanguageOption.in(scene.flows(), Optional.of(code), terminal)
        .ifPresent(
            wanted -> {
              rehearsal.speak(wanted);
              show();
            });
  }

  private void reload() {
    var files = CompanyFiles.read(folder);
    files.set().map(this::scene).ifPresentOrElse(this::begin, () -> keep(files));
  }

  private void keep(CompanyFiles files) {
    new ProblemReport(terminal, files).text();
    terminal.say("The talk goes on with the files as they were.");
  }

  private void begin(Scene with) {
    scene = with;
    rehearsal = new Rehearsal(scene);
    shown = 0;
    greet();
  }

  private Scene scene(FlowSet set) {
    return Scene.usual(set, Knowledge.of(set)::understand, language);
  }

  private void show() {
    var now = rehearsal.current().map(Conversation::id).map(Object::toString).orElse("");
    shown = now.equals(shownCase) ? shown : 0;
    shownCase = now;
    rehearsal.transcript().stream().filter(e -> e.number() > shown).forEach(this::show);
    shown = rehearsal.current().map(Conversation::last).orElse(0);
  }

  private void show(Entry entry) {
    switch (entry.content()) {
      case Entry.Content.Notice n -> aside(n.code() + " " + new TreeMap<>(n.details()));
      case Entry.Content.Matched _,
          Entry.Content.Pressed _,
          Entry.Content.File _,
          Entry.Content.Edited _,
          Entry.Content.Special _ -> {}
      case Entry.Content.Text text when entry.author() instanceof Entry.Author.Customer -> {}
      case Entry.Content.Text text -> {
        terminal.say(text.text());
        for (int i = 0; i < text.buttons().size(); i++) {
          terminal.say("  [" + (i + 1) + "] " + text.buttons().get(i).label());
        }
      }
    }
  }

  /** What a customer would not see. */
  private void aside(String words) {
    terminal.say(terminal.in(Colour.FAINT, "  · " + words));
  }
}
