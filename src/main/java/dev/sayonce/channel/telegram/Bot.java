package dev.sayonce.channel.telegram;

import dev.sayonce.channel.OtherChannel;
import dev.sayonce.conversation.Contact;
import java.net.URI;
import java.util.Optional;

/**
 * Who we are on Telegram.
 *
 * @param id the number in the token, which is no secret
 * @param name without the @; empty where Telegram could not be asked
 */
record Bot(String id, String name) implements OtherChannel {

  @Override
  public String channel() {
    return Contact.TELEGRAM;
  }

  @Override
  public URI link(Optional<String> code) {
    return URI.create("https://t.me/" + name + code.map(c -> "?start=" + c).orElse(""));
  }
}
