package dev.sayonce.conversation;

import java.time.Instant;

/** The last public words of a conversation, shortened, for the lists of the console. */
public record Words(Speaker speaker, String text, Instant at) {

  private static final int LONGEST = 120;

  /** Who spoke. */
  public enum Speaker {
    CUSTOMER,
    BOT,
    AGENT,
    SYSTEM
  }

  static Words of(Entry entry, String text) {
    var speaker =
        switch (entry.author()) {
          case Entry.Author.Customer _ -> Speaker.CUSTOMER;
          case Entry.Author.Bot _ -> Speaker.BOT;
          case Entry.Author.ByAgent _ -> Speaker.AGENT;
          case Entry.Author.System _ -> Speaker.SYSTEM;
        };
    return new Words(speaker, shortened(text), entry.at());
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }
}
