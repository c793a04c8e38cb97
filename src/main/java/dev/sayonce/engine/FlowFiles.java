package dev.sayonce.engine;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Problem;
import dev.sayonce.flow.yaml.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The folder of the company's files. A reload takes the whole folder or nothing: where anything is
 * wrong, the set before goes on serving.
 */
public final class FlowFiles implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FlowFiles.class);
  private static final Duration KEEP_ALIVE = Duration.ofHours(1);
  private static final int DEEPEST = 2;

  private final FlowReader reader;
  private final FlowSets sets;
  private final Path folder;
  private final FlowFilesProperties properties;
  private final Disposable.Composite loops = Disposables.composite();
  private volatile String seen = "";
  private volatile boolean running;

  FlowFiles(FlowReader reader, FlowSets sets, Path folder, FlowFilesProperties properties) {
    this.reader = reader;
    this.sets = sets;
    this.folder = folder;
    this.properties = properties;
  }

  /** What came of a reload. */
  public sealed interface Reload {

    /**
     * The files serve.
     *
     * @param changed false if they served before
     */
    record Taken(FlowSet set, boolean changed, List<Problem> warnings) implements Reload {}

    /** Something is wrong with them; the set before goes on serving. */
    record Refused(List<Problem> problems) implements Reload {}
  }

  /** Reads the folder and, if everything is in order, begins new conversations with it. */
  public Mono<Reload> reload() {
    return Mono.fromCallable(() -> reader.read(folder))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(this::take);
  }

  private Mono<Reload> take(Reading reading) {
    return switch (reading) {
      case Reading.Good(var set, var warnings) -> {
        var before = sets.active().hash();
        boolean changed = !set.hash().equals(before);
        yield sets.activate(set).thenReturn(new Reload.Taken(set, changed, warnings));
      }
      case Reading.Bad(var problems) -> Mono.just(new Reload.Refused(problems));
    };
  }

  // while running

  @Override
  public void start() {
    running = true;
    loops.add(every(properties.follow(), sets::follow));
    loops.add(every(KEEP_ALIVE, sets::keepAlive));
    if (properties.watch().isPositive()) {
      seen = fingerprint();
      loops.add(every(properties.watch(), this::look));
    }
  }

  /** A round that fails is told and the next one tries again. */
  private static Disposable every(Duration time, Supplier<Mono<Void>> round) {
    return Flux.interval(time)
        .onBackpressureDrop()
        .concatMap(_ -> Mono.defer(round).onErrorResume(FlowFiles::reported), 1)
        .subscribe();
  }

  private static Mono<Void> reported(Throwable failure) {
    log.warn("The flow sets can't be looked after now: {}", failure.toString());
    return Mono.empty();
  }

  private Mono<Void> look() {
    return Mono.fromCallable(this::fingerprint)
        .subscribeOn(Schedulers.boundedElastic())
        .filter(now -> !now.equals(seen))
        .flatMap(now -> reload().doOnNext(reload -> tell(reload, now)))
        .then();
  }

  private void tell(Reload reload, String now) {
    seen = now;
    switch (reload) {
      case Reload.Taken taken -> log.info("Other files serve from now on: {}", taken.set().hash());
      case Reload.Refused(var problems) ->
          log.warn(
              "The files are not taken, those before go on serving:{}{}",
              System.lineSeparator(),
              problems.stream()
                  .map(p -> "  " + p)
                  .collect(Collectors.joining(System.lineSeparator())));
    }
  }

  /** Changes with any file: names, sizes and times. */
  private String fingerprint() {
    try (var files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(FlowFiles::stamp)
          .collect(Collectors.joining());
    } catch (IOException | UncheckedIOException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  private static String stamp(Path file) {
    try {
      return "%s %d %s;".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return file + " gone;";
    }
  }

  @Override
  public void stop() {
    running = false;
    loops.dispose();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
