package dev.sayonce.knowledge.meaning;

/** A model that was asked for can't be used; the message says why and what would help. */
public final class UnusableModel extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableModel(String message) {
    super(message);
  }
}
