package dev.sayonce.channel.telegram;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Asks for the bot's name till Telegram tells it, where it could not be reached at the start:
 * without the name no customer is led to the bot.
 */
final class Introduction implements SmartLifecycle {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Telegram telegram;
  private final Bot bot;
  private Disposable asking = Disposables.disposed();

  Introduction(Telegram telegram, Bot bot) {
    this.telegram = telegram;
    this.bot = bot;
  }

  @Override
  public void start() {
    if (bot.name().isEmpty()) {
      asking =
          Mono.defer(() -> telegram.call(new GetMe()))
              .map(Introduction::name)
              .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
              .subscribe(bot::called);
    }
  }

  private static String name(Reply reply) {
    if (reply instanceof Reply.Ok(var me)) {
      return me.path("username").asText("");
    }
    throw new TelegramTrouble(reply);
  }

  @Override
  public void stop() {
    asking.dispose();
  }

  @Override
  public boolean isRunning() {
    return !asking.isDisposed();
  }
}
