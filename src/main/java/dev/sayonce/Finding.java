package dev.sayonce;

/**
 * What a check-up of the installation found.
 *
 * @param remedy what to do about it, empty where nothing needs to be done
 */
public record Finding(Kind kind, String what, String remedy) {

  /** How bad it is. */
  public enum Kind {
    GOOD,
    WARNING,
    WRONG
  }

  public static Finding good(String what) {
    return new Finding(Kind.GOOD, what, "");
  }

  public static Finding warning(String what, String remedy) {
    return new Finding(Kind.WARNING, what, remedy);
  }

  public static Finding wrong(String what, String remedy) {
    return new Finding(Kind.WRONG, what, remedy);
  }

  /** What would keep the gateway from starting. */
  public static Finding of(StartupRefused refused) {
    return wrong(refused.what(), refused.remedy());
  }
}
