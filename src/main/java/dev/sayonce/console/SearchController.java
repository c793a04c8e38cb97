package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.SearchWords;
import dev.sayonce.engine.ArchiveStore;
import dev.sayonce.engine.Recent;
import dev.sayonce.engine.Shelf;
import dev.sayonce.engine.ShelfStore;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks through all conversations that the agent may see, the newest first, so far back at a time
 * as an answer may take. There is no index of words: what is erased is gone, and a turn costs
 * nothing more.
 */
@RestController
final class SearchController {

  private static final int THREADS = 250;
  private static final int AT_ONCE = 40;
  private static final int ENOUGH_HITS = 20;
  private static final int ENOUGH_ENTRIES = 10_000;

  /** What was found, and how far back; {@code next} is where to go on. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Found(List<SearchHit> hits, Optional<String> next, Instant searchedBackTo) {}

  /** How far a search has come. */
  private record Progress(List<SearchHit> hits, int threads, int entries) {

    static final Progress START = new Progress(List.of(), 0, 0);

    Progress and(List<SearchHits> more, int looked) {
      var all = new java.util.ArrayList<>(hits);
      more.forEach(m -> all.addAll(m.hits()));
      return new Progress(
          List.copyOf(all),
          threads + looked,
          entries + more.stream().mapToInt(SearchHits::entries).sum());
    }

    boolean isEnough() {
      return hits.size() >= ENOUGH_HITS || entries >= ENOUGH_ENTRIES;
    }
  }

  /** A part of the way. */
  private record Stretch(List<SearchHits> found, int looked) {}

  private final ShelfStore shelves;
  private final ArchiveStore archives;
  private final Access access;
  private final Clock clock;

  SearchController(ShelfStore shelves, ArchiveStore archives, Access access, Clock clock) {
    this.shelves = shelves;
    this.archives = archives;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/console/api/search")
  Mono<Found> search(
      @RequestParam("q") String typed,
      @RequestParam Optional<String> before,
      @AuthenticationPrincipal SignedIn who) {
    var words = SearchWords.of(typed).orElseThrow(SearchController::tooShort);
    var everywhere = access.shelves(who.account(), EnumSet.allOf(Shelf.Kind.class));
    return shelves
        .newest(everywhere, Cursors.of(before), THREADS + 1)
        .flatMap(recents -> search(recents, words, who.account()));
  }

  private Mono<Found> search(List<Recent> recents, SearchWords words, Account account) {
    return Flux.fromIterable(recents.subList(0, Math.min(THREADS, recents.size())))
        .buffer(AT_ONCE)
        .concatMap(some -> look(some, words, account), 1)
        .scan(Progress.START, (so, far) -> so.and(far.found(), far.looked()))
        .takeUntil(Progress::isEnough)
        .last(Progress.START)
        .map(progress -> found(progress, recents));
  }

  private Mono<Stretch> look(List<Recent> some, SearchWords words, Account account) {
    return Flux.fromIterable(some)
        .flatMapSequential(recent -> look(recent, words, account), AT_ONCE)
        .collectList()
        .map(found -> new Stretch(found, some.size()));
  }

  private Mono<SearchHits> look(Recent recent, SearchWords words, Account account) {
    return archives
        .read(recent.thread())
        .filter(archive -> access.maySee(account, archive.stored().conversation().orElseThrow()))
        .map(archive -> SearchHits.in(archive, words))
        .onErrorComplete(IllegalStateException.class);
  }

  private Found found(Progress progress, List<Recent> recents) {
    if (progress.threads() == 0) {
      return new Found(List.of(), Optional.empty(), clock.instant());
    }
    var last = recents.get(progress.threads() - 1);
    boolean isMore = recents.size() > progress.threads();
    return new Found(
        progress.hits(),
        isMore ? Optional.of(last.cursor()) : Optional.empty(),
        Instant.ofEpochMilli(last.at()));
  }

  private static Refusal tooShort() {
    return new Refusal(
        HttpStatus.UNPROCESSABLE_CONTENT, "too-short", "Look for 2 to 200 characters.");
  }
}
