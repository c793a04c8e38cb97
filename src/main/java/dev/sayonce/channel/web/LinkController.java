package dev.sayonce.channel.web;

import dev.sayonce.channel.OtherChannel;
import dev.sayonce.customer.Erasure;
import dev.sayonce.customer.LinkCode;
import dev.sayonce.customer.Linking;
import dev.sayonce.customer.SignIns;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What customers decide about where their talk goes on, and whether it is kept at all. */
@RestController
final class LinkController {

  private final Allowances wishes = new Allowances(5, Duration.ofSeconds(10));

  private final ChatRoom room;
  private final VisitorDoor door;
  private final Linking linking;
  private final Erasure erasure;
  private final SignIns signIns;

  LinkController(
      ChatRoom room, VisitorDoor door, Linking linking, Erasure erasure, SignIns signIns) {
    this.room = room;
    this.door = door;
    this.linking = linking;
    this.erasure = erasure;
    this.signIns = signIns;
  }

  /**
   * Where to go on.
   *
   * @param until the link may be used; absent if there is no talk to go on with yet
   */
  record Link(URI link, Optional<Instant> until, QrCode qr) {}

  /** A link that leads whoever opens it first into this talk. */
  @PostMapping("/chat/link")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Link> link(@RequestHeader HttpHeaders headers) {
    return Mono.justOrEmpty(room.elsewhere())
        .switchIfEmpty(Mono.error(ChatRefusal::notFound))
        .flatMap(
            channel ->
                door.enter(headers, wishes)
                    .flatMap(who -> linking.code(who.thread()))
                    .map(code -> link(channel, code))
                    .switchIfEmpty(Mono.fromSupplier(() -> link(channel))));
  }

  private static Link link(OtherChannel channel, LinkCode code) {
    var link = channel.link(Optional.of(code.value()));
    return new Link(link, Optional.of(code.until()), QrCode.of(link));
  }

  private static Link link(OtherChannel channel) {
    var link = channel.link(Optional.empty());
    return new Link(link, Optional.empty(), QrCode.of(link));
  }

  /** The talk goes on here alone. */
  @DeleteMapping("/chat/link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> unlink(@RequestHeader HttpHeaders headers) {
    return door.enter(headers, wishes).flatMap(who -> linking.unlinkPushed(who.thread()));
  }

  /** Everything that is kept of the customer is erased, whatever channel it came by. */
  @DeleteMapping("/chat/thread")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> erase(@RequestHeader HttpHeaders headers) {
    return door.enter(headers, wishes)
        .flatMap(who -> erasure.erase(who.contact()).then(signIns.signOut(who.ofSession())));
  }
}
