package dev.sayonce.backup;

/** A backup or a restoration that can't be, with the reason for whoever asked for it. */
public final class BackupRefused extends RuntimeException {

  BackupRefused(String why) {
    super(why);
  }
}
