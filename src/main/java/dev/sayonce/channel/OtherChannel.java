package dev.sayonce.channel;

import java.net.URI;
import java.util.Optional;

/** A channel besides the web chat, in which a customer can go on with a talk. */
public interface OtherChannel {

  /** The word for it in contacts: {@code telegram}. */
  String channel();

  /** What the company is called there, like the user name of its bot. */
  String name();

  /** Where a customer goes on, led by a code; without one, where a talk begins. */
  URI link(Optional<String> code);
}
