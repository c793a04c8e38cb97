package dev.sayonce.conversation;

/**
 * A step of a flow that a turn came to, or a way on from it that the turn took; for those who test
 * flows and count their use.
 *
 * @param step the index of the step in the flow
 * @param way the index of the option or condition taken; of a call {@link #WELL} or {@link
 *     #FAILED}; {@link #REACHED} for coming to the step
 */
public record Walked(String flow, int step, int way) {

  public static final int REACHED = -1;
  public static final int WELL = 0;
  public static final int FAILED = 1;
}
