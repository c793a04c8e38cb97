package dev.sayonce.channel.telegram;

import dev.sayonce.conversation.Attachment;
import java.util.List;
import java.util.Optional;

/**
 * One message that an entry becomes.
 *
 * @param buttons under it, one a row
 */
sealed interface Part {

  record Words(String text, List<Key> buttons) implements Part {}

  record File(Attachment file, Optional<String> caption) implements Part {}

  /** A button and what comes back when it is pressed, at most 64 bytes. */
  record Key(String label, String data) {}
}
