package dev.sayonce.channel.web;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a customer may read of their thread, over all its cases. */
final class PublicLines {

  private static final int CHUNK = 200;
  private static final int END = Integer.MAX_VALUE;

  private final ConversationStore store;

  PublicLines(ConversationStore store) {
    this.store = store;
  }

  /** A public entry of that case. */
  record Line(ConversationId conversation, Entry entry) {}

  /** A place between two entries: before the one of that number. */
  private record Spot(int caseIndex, int before) {}

  /** The whole thread, oldest first. */
  Flux<Line> all(ThreadId thread) {
    return store.cases(thread).concatMap(id -> from(id, 0));
  }

  private Flux<Line> from(ConversationId id, int after) {
    return store
        .entriesAfter(id, after, CHUNK)
        .collectList()
        .flatMapMany(
            chunk ->
                chunk.size() < CHUNK
                    ? visible(id, chunk)
                    : visible(id, chunk).concatWith(from(id, after + CHUNK)));
  }

  private static Flux<Line> visible(ConversationId id, List<Entry> entries) {
    return Flux.fromIterable(entries).filter(e -> !e.isPrivate()).map(e -> new Line(id, e));
  }

  /**
   * The entries before the one of that number, of earlier cases too: the newest of them, oldest
   * first, at most {@code most}. Empty if the thread has no such case.
   */
  Mono<List<Line>> before(ThreadId thread, ConversationId conversation, int number, int most) {
    return store
        .cases(thread)
        .collectList()
        .filter(cases -> cases.contains(conversation))
        .flatMap(
            cases ->
                collect(cases, new Spot(cases.indexOf(conversation), number), most, List.of()));
  }

  private Mono<List<Line>> collect(
      List<ConversationId> cases, Spot spot, int most, List<Line> have) {
    if (spot.caseIndex() < 0 || have.size() >= most) {
      return Mono.just(have.subList(Math.max(0, have.size() - most), have.size()));
    }
    var id = cases.get(spot.caseIndex());
    return chunk(id, spot.before())
        .collectList()
        .flatMap(chunk -> collect(cases, next(spot, chunk), most, joined(id, chunk, have)));
  }

  private Flux<Entry> chunk(ConversationId id, int before) {
    if (before == END) {
      return store.newestEntries(id, CHUNK);
    }
    int from = Math.max(0, before - 1 - CHUNK);
    return before > 1 ? store.entriesAfter(id, from, before - 1 - from) : Flux.empty();
  }

  private static Spot next(Spot spot, List<Entry> chunk) {
    return chunk.isEmpty() || chunk.getFirst().number() == 1
        ? new Spot(spot.caseIndex() - 1, END)
        : new Spot(spot.caseIndex(), chunk.getFirst().number());
  }

  private static List<Line> joined(ConversationId id, List<Entry> chunk, List<Line> later) {
    var all = new ArrayList<Line>();
    chunk.stream().filter(e -> !e.isPrivate()).forEach(e -> all.add(new Line(id, e)));
    all.addAll(later);
    return all;
  }
}
