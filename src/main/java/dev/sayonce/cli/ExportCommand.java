package dev.sayonce.cli;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.Stored;
import dev.sayonce.engine.ThreadStore;
import dev.sayonce.engine.UnreadableState;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisAccess;
import dev.sayonce.redis.RedisProperties;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells other systems what was said: a line of JSON for each conversation. */
@Command(
    name = "export",
    description = {
      "Write conversations as JSON Lines, one after another, however many there are.",
      "Takes the settings of the gateway, from the same places: --name=value, environment, files."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final int SIDE_BY_SIDE = 8;
  private static final int PAGE = 500;

  private final Terminal terminal;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "With a line since that day (UTC), like 2026-11-01.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Begun before the end of that day (UTC).")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--customer",
      paramLabel = "NAME",
      description = "Of the customer whom your page calls so.")
  private Optional<String> customer = Optional.empty();

  @Option(
      names = "--contact",
      paramLabel = "CHANNEL:ADDRESS",
      description = "Of that contact, like telegram:123456.")
  private Optional<String> contact = Optional.empty();

  @Option(
      names = "--internal",
      description = "With private notes and other lines that customers don't see.")
  private boolean internal;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of the screen.")
  private Optional<Path> out = Optional.empty();

  @Unmatched private List<String> settings = new ArrayList<>();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return Trouble.told(terminal, () -> GatewaySettings.use(settings, this::export));
  }

  private int export(Binder settings) {
    var properties = settings.bindOrCreate("sayonce.redis", RedisProperties.class);
    try (var access = RedisAccess.open(properties)) {
      long count =
          out.isEmpty()
              ? write(access.redis(), properties, terminal.out())
              : toFile(access.redis(), properties, out.get());
      terminal.err().println("%d conversations".formatted(count));
      return Cli.GOOD;
    }
  }

  private long toFile(Redis redis, RedisProperties properties, Path file) {
    try (var writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      long count = write(redis, properties, writer);
      if (writer.checkError()) {
        throw new IOException("%s can't be written to its end".formatted(file));
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(Redis redis, RedisProperties properties, PrintWriter writer) {
    var store =
        new ConversationStore(redis, properties.retention(), properties.retention(), "export");
    var count = new AtomicLong();
    threads(redis, store, properties.partitions())
        .flatMap(thread -> cases(store, thread), SIDE_BY_SIDE)
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(
            line -> {
              writer.println(line);
              count.incrementAndGet();
            })
        .then()
        .toFuture()
        .join();
    writer.flush();
    return count.get();
  }

  private Flux<ThreadId> threads(Redis redis, ConversationStore store, int partitions) {
    return contact
        .map(words -> words.split(":", 2))
        .map(parts -> new Contact(parts[0], parts.length > 1 ? parts[1] : ""))
        .map(c -> ThreadId.of(c, partitions))
        .map(home -> place(store, home).flux())
        .orElseGet(() -> new ThreadStore(redis).all());
  }

  /** The thread that the contact's customer is in by now. */
  private static Mono<ThreadId> place(ConversationStore store, ThreadId home) {
    return store
        .load(home)
        .flatMap(at -> at.movedTo().map(to -> place(store, to)).orElseGet(() -> Mono.just(home)));
  }

  private Flux<String> cases(ConversationStore store, ThreadId thread) {
    return store
        .load(thread)
        .onErrorReturn(UnreadableState.class, Stored.NOTHING)
        .filter(this::isMeant)
        .flatMapMany(
            state ->
                store.cases(thread).concatMap(id -> exported(store, id, state.conversation())));
  }

  private boolean isMeant(Stored state) {
    return customer.isEmpty()
        || state
            .conversation()
            .flatMap(Conversation::identity)
            .filter(who -> who.customer().equals(customer.get()))
            .isPresent();
  }

  private Mono<String> exported(
      ConversationStore store, ConversationId id, Optional<Conversation> state) {
    return entries(store, id, 0)
        .collectList()
        .filter(this::isInPeriod)
        .map(
            all ->
                ExportedCase.of(
                    id, state, all.stream().filter(e -> internal || !e.isPrivate()).toList()))
        .map(ExportedCase::json);
  }

  private Flux<Entry> entries(ConversationStore store, ConversationId id, int after) {
    return store
        .entriesAfter(id, after, PAGE)
        .collectList()
        .flatMapMany(
            page ->
                page.size() < PAGE
                    ? Flux.fromIterable(page)
                    : Flux.fromIterable(page)
                        .concatWith(Flux.defer(() -> entries(store, id, after + PAGE))));
  }

  private boolean isInPeriod(List<Entry> entries) {
    return entries.stream().anyMatch(e -> internal || !e.isPrivate())
        && from.filter(day -> entries.getLast().at().isBefore(start(day))).isEmpty()
        && to.filter(day -> !entries.getFirst().at().isBefore(start(day.plusDays(1)))).isEmpty();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
