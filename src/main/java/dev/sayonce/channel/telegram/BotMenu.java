package dev.sayonce.channel.telegram;

import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Language;
import dev.sayonce.flow.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The commands that Telegram offers beside the composer, in each of the company's languages. */
final class BotMenu implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(BotMenu.class);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private static final List<Map.Entry<String, Phrase>> COMMANDS =
      List.of(
          Map.entry("start", Phrase.COMMAND_START),
          Map.entry("help", Phrase.COMMAND_HELP),
          Map.entry("language", Phrase.COMMAND_LANGUAGE),
          Map.entry("human", Phrase.COMMAND_HUMAN),
          Map.entry("complaint", Phrase.COMMAND_COMPLAINT),
          Map.entry("status", Phrase.COMMAND_STATUS),
          Map.entry("unlink", Phrase.COMMAND_UNLINK),
          Map.entry("stop", Phrase.COMMAND_STOP));

  private final Telegram telegram;
  private final FlowSets flows;
  private Disposable work = Disposables.disposed();

  BotMenu(Telegram telegram, FlowSets flows) {
    this.telegram = telegram;
    this.flows = flows;
  }

  @Override
  public void start() {
    var company = flows.active().company();
    var usual = Flux.just(menu(company.defaultLanguage()).build());
    var each =
        Flux.fromIterable(company.languages()).map(l -> menu(l).languageCode(l.code()).build());
    work = Flux.concat(usual, each).delayElements(BETWEEN).concatMap(this::set).subscribe();
  }

  private SetMyCommands.SetMyCommandsBuilder<?, ?> menu(Language language) {
    return SetMyCommands.builder()
        .scope(new BotCommandScopeAllPrivateChats())
        .commands(
            COMMANDS.stream()
                .map(c -> new BotCommand(c.getKey(), words(c.getValue(), language)))
                .toList());
  }

  private String words(Phrase phrase, Language language) {
    return flows.active().phrases().say(phrase, language);
  }

  private Mono<Void> set(SetMyCommands menu) {
    return telegram
        .call(menu)
        .doOnNext(
            reply -> {
              if (!(reply instanceof Reply.Ok)) {
                log.warn("Telegram did not take the menu of commands: {}", reply);
              }
            })
        .then();
  }

  @Override
  public void stop() {
    work.dispose();
  }

  @Override
  public boolean isRunning() {
    return !work.isDisposed();
  }
}
