package dev.sayonce.customer;

import dev.sayonce.Sha256;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Identity;
import java.time.Instant;
import java.util.Map;

/**
 * A customer who is signed in on the company's page, as it vouches for them.
 *
 * @param facts what it tells of them, by slot
 * @param since when it last did
 */
public record SignedIn(Identity identity, Map<String, String> facts, Instant since) {

  /**
   * Their address: the same on every device. Addresses of sessions are hashes of random tokens, so
   * the two never meet.
   */
  public Contact contact() {
    return new Contact(Contact.WEB, Sha256.hex("customer:" + identity.customer()));
  }
}
