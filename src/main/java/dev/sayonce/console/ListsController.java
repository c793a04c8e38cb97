package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.engine.Recent;
import dev.sayonce.engine.Shelf;
import dev.sayonce.engine.ShelfStore;
import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The long lists beside the desk, page by page, the newest activity first. What comes meanwhile
 * stands above the page and moves nothing below it.
 */
@RestController
final class ListsController {

  private static final int PAGE = 50;

  /** A part of a list; {@code next} is where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<Summary> summaries, Optional<String> next) {}

  private final ShelfStore shelves;
  private final Summaries summaries;
  private final Access access;

  ListsController(ShelfStore shelves, Summaries summaries, Access access) {
    this.shelves = shelves;
    this.summaries = summaries;
    this.access = access;
  }

  @GetMapping("/console/api/lists/{kind}")
  Mono<Page> list(
      @PathVariable String kind,
      @RequestParam Optional<String> before,
      @AuthenticationPrincipal SignedIn who) {
    var wanted = kind(kind);
    return shelves
        .newest(access.shelves(who.account(), Set.of(wanted)), Cursors.of(before), PAGE + 1)
        .flatMap(found -> page(found, wanted, who.account()));
  }

  private Mono<Page> page(List<Recent> found, Shelf.Kind kind, Account account) {
    var here = found.subList(0, Math.min(PAGE, found.size()));
    var next =
        found.size() > PAGE ? Optional.of(here.getLast().cursor()) : Optional.<String>empty();
    return summaries
        .of(here.stream().map(Recent::thread).toList(), Set.of(kind), account)
        .collectList()
        .map(page -> new Page(page, next));
  }

  private static Shelf.Kind kind(String word) {
    return switch (word) {
      case "open" -> Shelf.Kind.OPEN;
      case "bot" -> Shelf.Kind.BOT;
      case "closed" -> Shelf.Kind.CLOSED;
      default -> throw new Refusal(HttpStatus.NOT_FOUND, "not-found", "There is no such list.");
    };
  }
}
