package dev.sayonce.conversation;

import java.util.Optional;

/**
 * A file that somebody sent, as the transcript tells of it; its content is kept elsewhere.
 *
 * @param id unique on its thread
 * @param name as its sender called it, fit to be shown
 * @param type the media type that its content was found to have
 * @param size in bytes
 * @param digest of the content, in hexadecimal: the transcript names the very bytes that were sent
 * @param picture what is known of a picture that exists in small too
 */
public record Attachment(
    String id, String name, String type, long size, String digest, Optional<Picture> picture) {

  private static final int CHARACTERS = 26;

  /** Width and height in pixels, as it is to be looked at. */
  public record Picture(int width, int height) {}

  /** The id of the file that an event brings: the same each time the event comes. */
  public static String idOf(ThreadId thread, String event) {
    return ThreadId.digest(thread + " file " + event, CHARACTERS);
  }
}
