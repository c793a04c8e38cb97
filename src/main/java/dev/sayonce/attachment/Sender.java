package dev.sayonce.attachment;

/**
 * Who sends a file: each side has places and limits of its own, so that neither can use up the
 * other's.
 */
public enum Sender {
  CUSTOMER,
  AGENT;

  String word() {
    return this == CUSTOMER ? "customer" : "agent";
  }
}
