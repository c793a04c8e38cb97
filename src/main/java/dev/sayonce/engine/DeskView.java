package dev.sayonce.engine;

import dev.sayonce.conversation.Desk;

/** Who is at the console right now; answers from memory. */
public interface DeskView {
  Desk desk();
}
