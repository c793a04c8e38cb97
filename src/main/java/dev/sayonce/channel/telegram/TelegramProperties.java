package dev.sayonce.channel.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bot on Telegram; without a token there is none.
 *
 * @param token as BotFather gives it; best from the environment
 * @param mode how updates come: fetched by us, which needs no public address, or sent by Telegram
 * @param publicUrl where Telegram reaches us by webhook, like {@code https://help.example.com}
 * @param apiUrl another API server than Telegram's own
 * @param poll how long Telegram may hold our question for updates open
 * @param answerWithin how long any other call may take
 * @param perSecond how many messages the bot sends within any second at most, over all gateways;
 *     they are spread over a little more, for on their way some catch up with others
 * @param perChat the time between two messages to one chat
 * @param lease after this time without a sign of life another gateway fetches the updates
 * @param giveUpAfter a message that could not be sent for so long counts as failed
 */
@Validated
@ConfigurationProperties("sayonce.telegram")
record TelegramProperties(
    @DefaultValue("") String token,
    @DefaultValue("long-polling") Mode mode,
    @Nullable URI publicUrl,
    @DefaultValue("https://api.telegram.org") URI apiUrl,
    @DefaultValue("25s") Duration poll,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("30") @Min(1) @Max(1000) int perSecond,
    @DefaultValue("1s") Duration perChat,
    @DefaultValue("4s") Duration lease,
    @DefaultValue("24h") Duration giveUpAfter) {

  enum Mode {
    LONG_POLLING,
    WEBHOOK
  }

  @Override
  public String toString() {
    return "TelegramProperties[" + mode + "]";
  }
}
