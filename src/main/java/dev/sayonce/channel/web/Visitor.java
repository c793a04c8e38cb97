package dev.sayonce.channel.web;

import dev.sayonce.Sha256;
import dev.sayonce.Token;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import java.util.Optional;

/**
 * Who is on the other end of a socket or makes a request. The token is 256 random bits that only
 * the browser keeps; what we keep of it is a hash, from which the thread follows.
 */
record Visitor(String token, Contact contact, ThreadId thread) {

  private static final String SCHEME = "Bearer ";

  /** The visitor of that token; a new one if it is absent or not a token of ours. */
  static Visitor of(Optional<String> token, int partitions) {
    return known(token.filter(Token::isOne).orElseGet(Token::fresh), partitions);
  }

  /** The visitor whose token stands in the header Authorization, if one does. */
  static Optional<Visitor> bearing(Optional<String> authorization, int partitions) {
    return authorization
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(Token::isOne)
        .map(token -> known(token, partitions));
  }

  /** The visitor of a token that has the shape of ours. */
  static Visitor known(String token, int partitions) {
    var contact = new Contact(Contact.WEB, Sha256.hex(token));
    return new Visitor(token, contact, ThreadId.of(contact, partitions));
  }

  @Override
  public String toString() {
    return "Visitor of " + thread;
  }
}
