package dev.sayonce.customer;

/** A token proves nothing; the message says why, without anything of the token. */
public final class NotVouched extends RuntimeException {

  NotVouched(String why) {
    super(why, null, false, false);
  }
}
