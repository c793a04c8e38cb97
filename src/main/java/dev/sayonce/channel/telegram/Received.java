package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Contact;
import dev.sayonce.flow.Language;
import java.util.Optional;

/**
 * An update with its sender.
 *
 * @param update Telegram's number of it
 * @param chat 0 where there is none
 * @param message Telegram's number of the message in the chat, 0 where there is none
 * @param language that the sender's Telegram speaks
 */
record Received(long update, long chat, long message, Optional<Language> language, Incoming what) {

  Contact contact() {
    return new Contact(Contact.TELEGRAM, Long.toString(chat));
  }
}
