package dev.sayonce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A company with one flow and two tests, in a folder of its own. */
public final class SmallCompany {

  static final String COMPANY =
      """
      name: Tiny
      languages: [en]
      greeting: {en: Hello!}
      zone: Europe/Warsaw
      teams: {office: {title: {en: Office}}}
      """;

  static final String REPAIR =
      """
      title: {en: Repair}
      phrases: {en: [it needs a repair, please mend my tent, can you fix it, my zip is torn, gear repair, the pole snapped]}
      slots:
        item: {title: {en: Item}, type: text}
        urgency: {title: {en: Urgency}}
      steps:
        - ask: item
          say: {en: What is it?}
        - choice: urgency
          say: {en: Does it hurry?}
          options:
            - {id: soon, label: {en: This week}, goto: hurry}
            - {id: later, label: {en: Any time}}
        - say: {en: "Bring the {item} any day."}
        - end: resolved
        - id: hurry
          handoff: office
      tests:
        - name: no hurry
          talk:
            - user: it needs a repair
            - bot: {asks: item}
            - user: tent
            - press: later
            - bot: {says: Bring the tent any day.}
            - end: resolved
      """;

  private final Path folder;

  private SmallCompany(Path folder) {
    this.folder = folder;
  }

  public static SmallCompany in(Path folder) {
    return new SmallCompany(folder).with("company.yaml", COMPANY).with("repair.yaml", REPAIR);
  }

  public SmallCompany with(String file, String content) {
    try {
      var path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a tool on the folder; the words FOLDER in its output stand for it. */
  Ran talk(String input, String... args) {
    return Ran.tool(input, folder, args);
  }

  Ran run(String... args) {
    return talk("", args);
  }
}
