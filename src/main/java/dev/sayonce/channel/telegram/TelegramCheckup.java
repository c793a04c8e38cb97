package dev.sayonce.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayonce.Finding;
import dev.sayonce.channel.telegram.TelegramProperties.Mode;
import dev.sayonce.tracing.Tracing;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** Looks whether Telegram knows the bot of the settings and would reach us, and changes nothing. */
public final class TelegramCheckup {

  private static final long PATIENCE_SECONDS = 60;
  private static final long MANY_WAITING = 100;

  private final TelegramProperties properties;

  private TelegramCheckup(TelegramProperties properties) {
    this.properties = properties;
  }

  /** By the settings under {@code sayonce.telegram}. */
  public static List<Finding> look(Binder settings) {
    return new TelegramCheckup(settings.bindOrCreate("sayonce.telegram", TelegramProperties.class))
        .look();
  }

  private List<Finding> look() {
    if (properties.token().isBlank()) {
      return List.of(
          Finding.good(
              "Telegram: off. With a bot's token in sayonce.telegram.token it answers there too"));
    }
    try (var telegram = new Telegram(properties, Tracing.OFF)) {
      return switch (ask(telegram, new GetMe())) {
        case Reply.Ok(var me) ->
            Stream.concat(Stream.of(known(me)), webhook(telegram).stream()).toList();
        case Reply.Refused(int code, _, _) when code == 401 || code == 404 ->
            List.of(
                Finding.wrong(
                    "Telegram does not know the token in sayonce.telegram.token.",
                    "Copy it again from BotFather, whole: digits, a colon, 35 characters."));
        case Reply.Refused(int code, var why, _) -> List.of(silent(code + " " + why));
        case Reply.NotSent(var why) -> List.of(silent(why));
        case Reply.Unknown(var why) -> List.of(silent(why));
      };
    }
  }

  private Finding silent(String why) {
    return Finding.wrong(
        "Telegram can't be asked at %s (%s).".formatted(properties.apiUrl(), why),
        "Let this machine reach that address, or name another server in sayonce.telegram.api-url.");
  }

  private static Finding known(JsonNode me) {
    return Finding.good("Telegram: the token belongs to @" + me.path("username").asText(""));
  }

  private List<Finding> webhook(Telegram telegram) {
    return ask(telegram, new GetWebhookInfo()) instanceof Reply.Ok(var info)
        ? Stream.of(way(info), waiting(info), trouble(info)).flatMap(List::stream).toList()
        : List.of(silent("getWebhookInfo failed"));
  }

  private List<Finding> way(JsonNode info) {
    var set = info.path("url").asText("");
    return List.of(properties.mode() == Mode.WEBHOOK ? sent(set) : fetched(set));
  }

  private static Finding fetched(String set) {
    return set.isEmpty()
        ? Finding.good("Updates: fetched by us (long polling), no webhook in the way")
        : Finding.warning(
            "Telegram sends the bot's updates to a webhook on %s, the settings say long polling."
                .formatted(host(set)),
            "If another product uses this bot, give us one of our own; else the gateway takes the webhook away when it starts.");
  }

  private Finding sent(String set) {
    var ours = properties.publicUrl();
    if (ours == null) {
      return Finding.wrong(
          "The mode is webhook and nobody knows where Telegram can reach us.",
          "Set sayonce.telegram.public-url to an https address of this gateway.");
    }
    if (set.isEmpty()) {
      return Finding.warning(
          "No webhook is set yet.", "The gateway sets it when it starts; start it and look again.");
    }
    return set.startsWith(ours.toString())
        ? Finding.good("Updates: sent by Telegram to our webhook on " + host(set))
        : Finding.wrong(
            "Telegram sends the bot's updates to %s, not to %s.".formatted(host(set), ours),
            "Start the gateway, which sets its own webhook, and let no other product use this bot.");
  }

  private static List<Finding> waiting(JsonNode info) {
    long waiting = info.path("pending_update_count").asLong(0);
    return waiting < MANY_WAITING
        ? List.of()
        : List.of(
            Finding.warning(
                waiting + " updates wait at Telegram.",
                "They are taken in order once a gateway runs; Telegram forgets them after a day."));
  }

  private List<Finding> trouble(JsonNode info) {
    var error = info.path("last_error_message").asText("");
    return error.isEmpty() || properties.mode() != Mode.WEBHOOK
        ? List.of()
        : List.of(
            Finding.warning(
                "Telegram's last try to reach the webhook failed: " + error,
                "Look whether the public address is reachable over https with a certificate that is valid."));
  }

  /** A webhook's path is a secret. */
  private static String host(String url) {
    try {
      return String.valueOf(URI.create(url).getHost());
    } catch (IllegalArgumentException _) {
      return "another address";
    }
  }

  private static Reply ask(Telegram telegram, BotApiMethod<?> method) {
    return telegram.call(method).toFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
