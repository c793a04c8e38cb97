package dev.sayonce.cli;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import java.util.Optional;
import java.util.stream.Collectors;

/** The language that was asked for, if the company speaks it. */
final class LanguageOption {

  private LanguageOption() {}

  /** Empty, and a word about it, if the company does not speak it. */
  static Optional<Language> in(FlowSet set, Optional<String> code, Terminal terminal) {
    var company = set.company();
    if (code.isEmpty()) {
      return Optional.of(company.defaultLanguage());
    }
    var wanted = company.languages().stream().filter(l -> l.code().equals(code.get())).findFirst();
    if (wanted.isEmpty()) {
      terminal
          .err()
          .println(
              "The company speaks "
                  + company.languages().stream()
                      .map(Language::code)
                      .collect(Collectors.joining(", "))
                  + ", not "
                  + code.get()
                  + ".");
    }
    return wanted;
  }
}
