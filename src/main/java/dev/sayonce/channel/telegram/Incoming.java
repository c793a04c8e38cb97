package dev.sayonce.channel.telegram;

import java.util.Optional;

/** What an update means to us. */
sealed interface Incoming {

  /** Words, perhaps in answer to an earlier message that is quoted. */
  record Words(String text, Optional<String> quoted) implements Incoming {}

  /** {@code /name argument}. */
  record Command(String name, String argument) implements Incoming {}

  /**
   * A pressed button.
   *
   * @param callback by which Telegram waits for our answer
   * @param message the message under which the button stands, 0 if it is gone
   */
  record Pressed(String callback, int message, String data) implements Incoming {}

  /**
   * A file that Telegram keeps.
   *
   * @param kind photo, document, voice, audio, video, video-note, animation
   * @param size in bytes, 0 if Telegram does not say
   * @param album by which pictures that were sent together know each other
   */
  record Media(
      String kind,
      String file,
      String name,
      String type,
      long size,
      Optional<String> caption,
      Optional<String> album)
      implements Incoming {}

  /**
   * Something without words or content of its own.
   *
   * @param kind sticker, location, venue, contact, poll, dice, unknown
   * @param text what can be said of it
   */
  record Special(String kind, String text, Optional<String> caption) implements Incoming {}

  /** An earlier message reads differently now. */
  record Edited(String text) implements Incoming {}

  /** Somebody writes where others read along. */
  record InCompany() implements Incoming {}

  /** The customer has blocked the bot, or lets it write again. */
  record Reachable(boolean isReachable) implements Incoming {}

  /** Nothing that concerns a conversation. */
  record Nothing(String why) implements Incoming {}
}
