package dev.sayonce.conversation;

import java.util.regex.Pattern;

/**
 * One case on a thread: the thread's id, a dot, eight characters made from the id of the event that
 * began it.
 */
public record ConversationId(String value) {

  private static final Pattern SHAPE = Pattern.compile("\\d{2}-[a-z2-7]{26}\\.[a-z2-7]{8}");
  private static final int CHARACTERS = 8;

  public ConversationId {
    if (!isConversationId(value)) {
      throw new IllegalArgumentException("Not a conversation id: " + value);
    }
  }

  static ConversationId begunBy(ThreadId thread, String eventId) {
    return new ConversationId(thread + "." + ThreadId.digest(thread + " " + eventId, CHARACTERS));
  }

  public static boolean isConversationId(String value) {
    return SHAPE.matcher(value).matches();
  }

  public ThreadId thread() {
    return new ThreadId(value.substring(0, value.indexOf('.')));
  }

  @Override
  public String toString() {
    return value;
  }
}
