package dev.sayonce.conversation;

import java.util.List;
import java.util.Objects;

/** Where the bot stands in its talk with the customer. */
public sealed interface Dialogue {

  /** Nothing is asked. {@code clarified} counts the clarifications since the last answer. */
  record Idle(int clarified) implements Dialogue {
    static final Idle FRESH = new Idle(0);
  }

  /**
   * A step of a flow waits for an answer.
   *
   * @param step the index of the step in the flow
   * @param misses how many answers did not fit
   * @param prompt the number of the entry that asks
   * @param run what else the process remembers
   */
  record Asking(String flow, int step, int misses, int prompt, FlowRun run) implements Dialogue {

    public Asking {
      run = Objects.requireNonNullElse(run, FlowRun.FRESH);
    }

    public Asking(String flow, int step, int misses, int prompt) {
      this(flow, step, misses, prompt, FlowRun.FRESH);
    }
  }

  /**
   * A step of a flow waits for what a back end tells.
   *
   * @param step the index of the step in the flow
   * @param call the id of the effect that asks it
   * @param inARow how many calls were made since the customer had the word, this one included
   * @param run what else the process remembers
   */
  record Calling(String flow, int step, String call, int inARow, FlowRun run) implements Dialogue {

    public Calling {
      run = Objects.requireNonNullElse(run, FlowRun.FRESH);
    }
  }

  /** The customer was asked which of these intents is meant, by the entry {@code prompt}. */
  record Clarifying(List<Intent> offered, int clarified, int prompt) implements Dialogue {}
}
