package dev.sayonce.cli;

import dev.sayonce.Finding;
import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.channel.telegram.TelegramCheckup;
import dev.sayonce.engine.EngineProperties;
import dev.sayonce.redis.RedisCheckup;
import dev.sayonce.redis.RedisProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Looks at the installation as the gateway would find it, and says what to do. Changes nothing. */
@Command(
    name = "doctor",
    description = {
      "Tell whether the gateway would find what it needs: files, disk, Redis, clocks, Telegram; and whether",
      "gateways that run keep up. Takes their settings, from the same places: --name=value, environment, files."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Unmatched private List<String> settings = new ArrayList<>();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var findings = GatewaySettings.use(settings, DoctorCommand::look);
    findings.forEach(this::print);
    return conclude(findings);
  }

  private static List<Finding> look(Binder settings) {
    var redis = settings.bindOrCreate("sayonce.redis", RedisProperties.class);
    var engine = settings.bindOrCreate("sayonce.engine", EngineProperties.class);
    var files = settings.bindOrCreate("sayonce.files", FilesProperties.class);
    var all = new ArrayList<Finding>();
    all.addAll(FlowsCheckup.look(engine.flows()));
    all.addAll(DiskCheckup.look(redis, files));
    var found = new RedisCheckup(redis, Clock.systemUTC()).look();
    all.addAll(found);
    if (found.stream().noneMatch(DoctorCommand::isWrong)) {
      all.addAll(WorkCheckup.look(redis, Clock.systemUTC()));
    }
    all.addAll(TelegramCheckup.look(settings));
    return all;
  }

  private static boolean isWrong(Finding finding) {
    return finding.kind() == Finding.Kind.WRONG;
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
    boolean wrong = findings.stream().anyMatch(DoctorCommand::isWrong);
    terminal.say("");
    terminal.say(wrong ? "The gateway would not work like this." : "The gateway can start.");
    return wrong ? Cli.PROBLEMS : Cli.GOOD;
  }
}
