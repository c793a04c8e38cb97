package dev.sayonce.flow;

import java.util.List;
import java.util.Optional;

/**
 * What the company says in the web chat besides its greeting.
 *
 * @param teaser words beside the launcher
 * @param suggest ids of answers or flows, offered as buttons under the greeting
 * @param privacy a line under the composer
 * @param consent what a customer must accept before the first message
 */
public record Chat(
    Optional<LocalText> teaser,
    List<String> suggest,
    Optional<Privacy> privacy,
    Optional<LocalText> consent) {

  public static final Chat PLAIN =
      new Chat(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** A line on what happens to the customer's words, with an https link to more where given. */
  public record Privacy(LocalText text, Optional<String> link) {}
}
