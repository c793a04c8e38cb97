package dev.sayonce.conversation;

import dev.sayonce.conversation.FlowRun.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions that a process has had answered, oldest first: the way back. What is done again
 * after a correction comes to stand in it again as it is passed.
 */
final class Trail {

  private static final int MOST = 30;

  private final List<Answered> answered;
  private List<Answered> undone = List.of();

  Trail(List<Answered> answered) {
    this.answered = new ArrayList<>(answered);
  }

  List<Answered> all() {
    return answered;
  }

  void add(Answered question) {
    answered.add(question);
    if (answered.size() > MOST) {
      answered.removeFirst();
    }
  }

  /** A question whose answer is known is passed by: if it was answered on this way, it counts. */
  void pass(Position question) {
    undone.stream().filter(a -> a.question().equals(question)).findFirst().ifPresent(this::add);
  }

  Optional<Answered> takeLast() {
    return answered.isEmpty() ? Optional.empty() : Optional.of(answered.removeLast());
  }

  /** The last question that asked for the slot; it and what came after it are taken off. */
  Optional<Answered> takeBackTo(String slot) {
    for (int i = answered.size() - 1; i >= 0; i--) {
      if (answered.get(i).slot().filter(slot::equals).isPresent()) {
        var later = answered.subList(i, answered.size());
        undone = List.copyOf(later);
        later.clear();
        return Optional.of(undone.getFirst());
      }
    }
    return Optional.empty();
  }
}
