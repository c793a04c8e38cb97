package dev.sayonce;

/**
 * The gateway will not start as things are. Shown to the operator as two plain lines, never as a
 * stack trace.
 */
public final class StartupRefused extends RuntimeException {

  private final String remedy;

  /**
   * @param what what is wrong, as a sentence
   * @param remedy what to do about it, as a sentence
   */
  public StartupRefused(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public String what() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
