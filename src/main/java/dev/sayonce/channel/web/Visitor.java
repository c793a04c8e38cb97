package dev.sayonce.channel.web;

import dev.sayonce.Sha256;
import dev.sayonce.Token;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import java.util.Optional;

/**
 * Who is on the other end of a socket or makes a request. The token is 256 random bits that only
 * the browser keeps; what we keep of it is a hash, from which the thread follows.
 *
 * @param home the thread that follows from the token
 * @param thread the one they are in: another if the two were joined
 */
record Visitor(String token, Contact contact, ThreadId home, ThreadId thread) {

  /** The visitor of that token; a new one if it is absent or not a token of ours. */
  static Visitor of(Optional<String> token, int partitions) {
    return known(token.filter(Token::isOne).orElseGet(Token::fresh), partitions);
  }

  /** The visitor of a token that has the shape of ours. */
  static Visitor known(String token, int partitions) {
    var contact = new Contact(Contact.WEB, Sha256.hex(token));
    var home = ThreadId.of(contact, partitions);
    return new Visitor(token, contact, home, home);
  }

  /** The same visitor on the thread that they are in by now. */
  Visitor in(ThreadId place) {
    return new Visitor(token, contact, home, place);
  }

  @Override
  public String toString() {
    return "Visitor of " + thread;
  }
}
