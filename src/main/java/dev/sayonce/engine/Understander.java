package dev.sayonce.engine;

import dev.sayonce.conversation.Understanding;
import dev.sayonce.flow.FlowSet;

/**
 * What knows the questions of one flow set. Thread-safe; takes a millisecond or so of pure
 * computing.
 */
public interface Understander {

  Understanding understand(String words);

  /** Learns the questions of a flow set; may take seconds. */
  interface Teacher {
    Understander teach(FlowSet flows);

    /**
     * Another number whenever the same set would be taught otherwise, because there is more to
     * learn than stands in it.
     */
    default long lesson() {
      return 0;
    }
  }
}
