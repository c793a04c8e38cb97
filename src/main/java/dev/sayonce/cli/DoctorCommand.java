package dev.sayonce.cli;

import dev.sayonce.Finding;
import dev.sayonce.channel.telegram.TelegramCheckup;
import dev.sayonce.redis.RedisCheckup;
import dev.sayonce.redis.RedisProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Looks at the installation as the gateway would find it, and says what to do. Changes nothing. */
@Command(
    name = "doctor",
    description = {
      "Tell whether the gateway would find what it needs: Redis, its clock, Telegram.",
      "Takes the settings of the gateway, from the same places: --name=value, environment, files."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Unmatched private List<String> settings = new ArrayList<>();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Nothing of the gateway but its settings. */
  @Configuration(proxyBeanMethods = false)
  static class Settings {}

  @Override
  public Integer call() {
    try (var context =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("logging.level.root=error")
            .run(settings.toArray(String[]::new))) {
      var findings = look(Binder.get(context.getEnvironment()));
      findings.forEach(this::print);
      return conclude(findings);
    }
  }

  private static List<Finding> look(Binder settings) {
    var redis = settings.bindOrCreate("sayonce.redis", RedisProperties.class);
    return Stream.concat(
            new RedisCheckup(redis, Clock.systemUTC()).look().stream(),
            TelegramCheckup.look(settings).stream())
        .toList();
  }

  private void print(Finding finding) {
    var mark =
        switch (finding.kind()) {
          case GOOD -> terminal.in(Terminal.Colour.GREEN, "ok     ");
          case WARNING -> terminal.in(Terminal.Colour.YELLOW, "warning");
          case WRONG -> terminal.in(Terminal.Colour.RED, "wrong  ");
        };
    terminal.say(mark + "  " + finding.what());
    if (!finding.remedy().isEmpty()) {
      terminal.say("         " + finding.remedy());
    }
  }

  private int conclude(List<Finding> findings) {
    boolean wrong = findings.stream().anyMatch(f -> f.kind() == Finding.Kind.WRONG);
    terminal.say("");
    terminal.say(wrong ? "The gateway would not work like this." : "The gateway can start.");
    return wrong ? Cli.PROBLEMS : Cli.GOOD;
  }
}
