package dev.sayonce.channel.web;

import dev.sayonce.Sha256;
import dev.sayonce.Token;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.customer.SignedIn;
import java.util.Optional;

/**
 * Who is on the other end of a socket or makes a request. The token is 256 random bits that only
 * the browser keeps; what we keep of it is a hash, from which the thread follows.
 *
 * @param session the thread that follows from the token
 * @param contact whose words they are: the session's, or those of the customer signed in on it
 * @param home the thread that follows from the contact
 * @param thread the one they are in: another if the two were joined
 */
record Visitor(
    String token,
    ThreadId session,
    Contact contact,
    ThreadId home,
    ThreadId thread,
    Optional<SignedIn> signedIn) {

  /** The visitor of that token; a new one if it is absent or not a token of ours. */
  static Visitor of(Optional<String> token, int partitions) {
    return known(token.filter(Token::isOne).orElseGet(Token::fresh), partitions);
  }

  /** The visitor of a token that has the shape of ours. */
  static Visitor known(String token, int partitions) {
    var contact = session(token);
    var home = ThreadId.of(contact, partitions);
    return new Visitor(token, home, contact, home, home, Optional.empty());
  }

  /** The contact of the session itself, whoever is signed in on it. */
  Contact ofSession() {
    return session(token);
  }

  private static Contact session(String token) {
    return new Contact(Contact.WEB, Sha256.hex(token));
  }

  /** The same browser, on which that customer is signed in. */
  Visitor as(SignedIn who, int partitions) {
    var theirs = ThreadId.of(who.contact(), partitions);
    return new Visitor(token, session, who.contact(), theirs, theirs, Optional.of(who));
  }

  /** The same visitor on the thread that they are in by now. */
  Visitor in(ThreadId place) {
    return new Visitor(token, session, contact, home, place, signedIn);
  }

  @Override
  public String toString() {
    return "Visitor of " + thread;
  }
}
