package dev.sayonce.channel.telegram;

import java.time.Duration;

/** A call that had to succeed did not. */
final class TelegramTrouble extends RuntimeException {

  private final Reply reply;

  TelegramTrouble(Reply reply) {
    super(words(reply), null, false, false);
    this.reply = reply;
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case Reply.Ok _ -> "an answer that makes no sense";
      case Reply.Refused(int code, var why, _) -> code + " " + why;
      case Reply.NotSent(var why) -> "Telegram can't be reached: " + why;
      case Reply.Unknown(var why) -> "no usable answer: " + why;
    };
  }

  Reply reply() {
    return reply;
  }

  /** What Telegram asks for, if that is longer. */
  Duration waitAtLeast(Duration time) {
    return reply instanceof Reply.Refused r
        ? r.later().filter(w -> w.compareTo(time) > 0).orElse(time)
        : time;
  }
}
