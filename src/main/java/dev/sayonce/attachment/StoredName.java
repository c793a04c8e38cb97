package dev.sayonce.attachment;

import dev.sayonce.conversation.Attachment;

/**
 * The names under which contents are kept. The content's digest is part of it: should the same
 * event bring another content, it can't take the place of what the transcript names.
 */
final class StoredName {

  private static final int DIGITS = 16;

  private StoredName() {}

  static String of(Attachment file) {
    return file.id() + "-" + file.digest().substring(0, DIGITS);
  }

  static String ofSmall(Attachment file) {
    return of(file) + ".small";
  }
}
