package dev.sayonce.console;

import dev.sayonce.channel.Frames;
import dev.sayonce.console.ConsoleFrame.Incoming;
import dev.sayonce.console.ConsoleFrame.Outgoing;
import dev.sayonce.conversation.Agent;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Mode;
import dev.sayonce.engine.Committed;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.DeliveryStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.Signal;
import dev.sayonce.handoff.Workload.Totals;
import dev.sayonce.staff.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One console that is open: hears of every change it may see, and of each line in the conversations
 * it follows.
 */
final class ConsoleConnection {

  private static final int MOST_FOLLOWED = 20;
  private static final int PAGE = 500;

  private final Account account;
  private final Access access;
  private final ConversationStore store;
  private final DeliveryStore deliveries;
  private final FlowSets flows;
  private final Consumer<Outgoing> out;
  private final Colleagues colleagues;

  /** The conversations followed, with the number of the last line written of each. */
  private final Map<ConversationId, Integer> written = new ConcurrentHashMap<>();

  private volatile boolean closed;

  private final AtomicReference<@Nullable Counts> counted = new AtomicReference<>();

  ConsoleConnection(
      Account account,
      Access access,
      ConversationStore store,
      DeliveryStore deliveries,
      FlowSets flows,
      Colleagues.Room room,
      Consumer<Outgoing> out) {
    this.account = account;
    this.access = access;
    this.store = store;
    this.deliveries = deliveries;
    this.flows = flows;
    this.out = out;
    this.colleagues = new Colleagues(room, new Agent(account.id(), account.name()), out);
  }

  /** Takes a frame; one that makes no sense is left alone. */
  Mono<Void> receive(String json) {
    return Frames.read(json, Incoming.class).map(this::take).orElseGet(Mono::empty);
  }

  private Mono<Void> take(Incoming frame) {
    return switch (frame) {
      case Incoming.Open(var id, var after) when ConversationId.isConversationId(id) ->
          follow(new ConversationId(id), Math.max(0, after));
      case Incoming.Open _ -> Mono.empty();
      case Incoming.Leave(var id) -> leave(id);
      case Incoming.Typing(var id, var note) when ConversationId.isConversationId(id) ->
          colleagues.types(new ConversationId(id), note.orElse(false), Instant.now());
      case Incoming.Typing _ -> Mono.empty();
      case Incoming.Pong _ -> Mono.empty();
    };
  }

  private Mono<Void> leave(String id) {
    if (ConversationId.isConversationId(id)) {
      leave(new ConversationId(id));
    }
    return Mono.empty();
  }

  private void leave(ConversationId id) {
    written.remove(id);
    colleagues.leave(id);
  }

  /** The console is gone. */
  void close() {
    closed = true;
    colleagues.leaveAll();
  }

  void hear(Signal signal) {
    if (signal instanceof Signal.Erased(var id)) {
      leave(new ConversationId(id));
      out.accept(new Outgoing.Gone(id));
    } else {
      colleagues.hear(signal);
    }
  }

  void looked(ConversationId id) {
    colleagues.looked(id);
  }

  /** Fails when Redis does: the console connects again and asks again. */
  private Mono<Void> follow(ConversationId id, int after) {
    return store
        .load(id.thread())
        .flatMap(stored -> Mono.justOrEmpty(stored.conversation()))
        .filter(c -> access.maySee(account, c))
        .filter(_ -> written.containsKey(id) || written.size() < MOST_FOLLOWED)
        .doOnNext(_ -> open(id, after))
        .flatMap(_ -> fetch(id));
  }

  private void open(ConversationId id, int after) {
    written.put(id, after);
    colleagues.open(id);
    if (closed) {
      colleagues.leaveAll(); // the socket closed while the conversation was looked up
    }
  }

  private Mono<Void> fetch(ConversationId id) {
    return store
        .entriesAfter(id, written.getOrDefault(id, 0), PAGE)
        .collectList()
        .filter(entries -> !entries.isEmpty())
        .flatMap(
            entries ->
                deliveries
                    .all(id)
                    .doOnNext(all -> entries.forEach(e -> write(id, e, Line.how(e, all)))))
        .then();
  }

  /** Looks for lines that nobody told us about, as after a publish that was lost. */
  Mono<Void> catchUp() {
    return Flux.fromIterable(written.keySet()).concatMap(this::fetch).then().onErrorComplete();
  }

  String agent() {
    return account.id();
  }

  /** It was counted anew; the console hears of it if that made a difference. */
  void counted(Totals totals) {
    var counts = Counts.of(totals, account, access);
    if (!counts.equals(counted.getAndSet(counts))) {
      out.accept(new Outgoing.Counted(counts));
    }
  }

  /** A turn was committed, here or elsewhere. What went to another team is followed no longer. */
  void committed(Committed turn) {
    var conversation = turn.conversation();
    if (!access.maySee(account, conversation)) {
      leave(conversation.id());
      return;
    }
    boolean follows = written.containsKey(conversation.id());
    if (follows || concernsAgents(turn)) {
      out.accept(new Outgoing.Changed(Summary.of(conversation, turn.version())));
    }
    if (follows) {
      turn.entries().forEach(e -> write(conversation.id(), e, Line.soon(e, conversation)));
    }
  }

  /**
   * What the bot leads concerns nobody till it needs a person, but for the moment in which it comes
   * back from one.
   */
  private static boolean concernsAgents(Committed turn) {
    return !(turn.conversation().mode() instanceof Mode.WithBot)
        || turn.entries().stream().anyMatch(ConsoleConnection::isHandBack);
  }

  private static boolean isHandBack(Entry entry) {
    return entry.content() instanceof Entry.Content.Notice(var code, _)
        && code.equals("handed-back");
  }

  private void write(ConversationId id, Entry entry, Optional<Line.Delivered> delivery) {
    written.computeIfPresent(id, (_, last) -> Math.max(last, entry.number()));
    out.accept(
        new Outgoing.Written(
            id.value(), entry.number() - 1, Line.of(entry, flows.active()).delivered(delivery)));
  }
}
