package dev.sayonce.channel.telegram;

import dev.sayonce.channel.OtherChannel;
import dev.sayonce.conversation.Contact;
import java.net.URI;
import java.util.Optional;

/** Who we are on Telegram. */
final class Bot implements OtherChannel {

  private final String id;
  private volatile String name;

  /**
   * @param id the number in the token, which is no secret
   * @param name without the @; empty where Telegram could not be asked yet
   */
  Bot(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  /** By now Telegram has told the name. */
  void called(String told) {
    name = told;
  }

  @Override
  public String channel() {
    return Contact.TELEGRAM;
  }

  @Override
  public URI link(Optional<String> code) {
    return URI.create("https://t.me/" + name + code.map(c -> "?start=" + c).orElse(""));
  }
}
