package dev.sayonce.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Talks with a gateway that runs somewhere, as one customer would, and erases the talk. */
@Command(
    name = "visit",
    description = {
      "Be a customer of a running gateway: say one thing, wait for the bot's answer, end the talk",
      "and erase it. Tells whether customers are served, where only health says so."
    },
    mixinStandardHelpOptions = true)
final class VisitCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "ADDRESS", description = "Of the gateway, like http://localhost:8080")
  private URI gateway = URI.create("http://localhost:8080");

  @Option(
      names = "--say",
      paramLabel = "WORDS",
      description = "What the customer writes; left out: the first suggestion is pressed.")
  private Optional<String> words = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "The language of the customer's page; left out: ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long any answer may take; left out: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int patience = 30;

  VisitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var visit = new Visit(gateway, Duration.ofSeconds(patience))) {
      talk(visit);
      terminal.say("A customer is served at " + gateway + ".");
      return Cli.GOOD;
    } catch (Visit.Unanswered e) {
      terminal.say(terminal.in(Terminal.Colour.RED, "Customers are not served: ") + e.getMessage());
      return Cli.PROBLEMS;
    }
  }

  private void talk(Visit visit) {
    var welcome = visit.enter(language);
    var token = welcome.path("token").asString();
    try {
      if (welcome.has("consent")) {
        visit.commit(Visit.frame("consent"));
      }
      tell("bot", visit.answerAfter(ask(visit, welcome)));
      visit.commit(Visit.frame("end"));
    } finally {
      visit.erase(token);
    }
  }

  private int ask(Visit visit, JsonNode welcome) {
    var suggestion = welcome.path("suggestions").path(0);
    var message = Visit.frame("say");
    if (words.isEmpty() && suggestion.has("id")) {
      message.put("suggestion", suggestion.path("id").asString());
    }
    var text = words.orElseGet(() -> label(suggestion, welcome.path("language").asString()));
    tell("customer", text);
    return visit.commit(message.put("text", text));
  }

  private static String label(JsonNode suggestion, String language) {
    var label = suggestion.path("label");
    return label.isString() ? label.asString() : label.path(language).asString("Hello");
  }

  private void tell(String who, String text) {
    terminal.say("%-9s %s".formatted(who, text.replaceAll("\\s+", " ")));
  }
}
