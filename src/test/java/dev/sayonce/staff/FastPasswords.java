package dev.sayonce.staff;

/** Passwords that cost little, for tests that sign in often. */
public final class FastPasswords {

  private FastPasswords() {}

  public static Passwords passwords() {
    return new Passwords(4);
  }
}
