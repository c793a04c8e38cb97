package dev.sayonce.channel.web;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Company;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a customer reads of their own thread beside the socket: earlier lines, and all of it. */
final class ThreadPages {

  private static final int PAGE = 50;
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final VisitorDoor door;
  private final ConversationEngine engine;
  private final PublicLines lines;
  private final FlowSets flows;
  private final Clock clock;
  private final Allowances pages = new Allowances(20, Duration.ofMillis(500));
  private final Allowances talks = new Allowances(3, Duration.ofSeconds(5));

  ThreadPages(
      VisitorDoor door, ConversationEngine engine, PublicLines lines, FlowSets flows, Clock clock) {
    this.door = door;
    this.engine = engine;
    this.lines = lines;
    this.flows = flows;
    this.clock = clock;
  }

  /** Earlier entries, oldest first, and whether there are more before them. */
  private record Page(List<ServerFrame> entries, boolean more) {}

  /** How a talk is written down. */
  private record Manner(FlowSet flows, Language language, ZoneId zone) {}

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/chat/history", this::history)
        .GET("/chat/talk", this::talk)
        .build();
  }

  private Mono<ServerResponse> history(ServerRequest request) {
    return door.enter(request.headers().asHttpHeaders(), pages)
        .flatMap(who -> before(who, request))
        .flatMap(
            page ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(JsonMapper.shared().writeValueAsString(page)));
  }

  private Mono<Page> before(Visitor who, ServerRequest request) {
    var conversation = request.queryParam("conversation").filter(ConversationId::isConversationId);
    var number = request.queryParam("before").flatMap(ThreadPages::number);
    if (conversation.isEmpty() || number.isEmpty()) {
      return Mono.error(ChatRefusal.malformed());
    }
    var id = new ConversationId(conversation.get());
    return Mono.just(id)
        .filter(i -> i.thread().equals(who.thread()))
        .flatMap(i -> lines.before(who.thread(), i, number.get(), PAGE + 1))
        .switchIfEmpty(Mono.error(ChatRefusal::notFound))
        .map(ThreadPages::page);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Of one more than a page the first tells that there is more. */
  private static Page page(List<PublicLines.Line> found) {
    boolean more = found.size() > PAGE;
    var entries =
        found.stream()
            .skip(more ? 1 : 0)
            .<ServerFrame>map(l -> Translator.line(l.conversation(), l.entry()))
            .toList();
    return new Page(entries, more);
  }

  private Mono<ServerResponse> talk(ServerRequest request) {
    return door.enter(request.headers().asHttpHeaders(), talks)
        .flatMap(
            who -> engine.current(who.thread()).flatMap(Mono::justOrEmpty).zipWith(Mono.just(who)))
        .switchIfEmpty(Mono.error(ChatRefusal::notFound))
        .flatMap(found -> talk(found.getT2(), manner(request, found.getT1())));
  }

  private Manner manner(ServerRequest request, Conversation now) {
    var company = flows.active().company();
    var language =
        request
            .queryParam("language")
            .flatMap(Translator::language)
            .filter(company.languages()::contains)
            .orElse(now.language());
    var zone = request.queryParam("zone").flatMap(ThreadPages::zone);
    return new Manner(flows.active(), language, zone.orElseGet(() -> zone(company)));
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException _) {
      return Optional.empty(); // an odd browser gets its talk all the same
    }
  }

  private static ZoneId zone(Company company) {
    return company.team("").hours().zone();
  }

  private Mono<ServerResponse> talk(Visitor who, Manner manner) {
    var text = new TalkText(manner.flows(), manner.language(), manner.zone());
    var today = LocalDate.ofInstant(clock.instant(), manner.zone());
    var parts =
        Flux.concat(
            Mono.fromSupplier(() -> text.head(clock.instant())),
            lines.all(who.thread()).map(text::next));
    return ServerResponse.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noStore())
        .headers(h -> h.setContentDisposition(attachment(manner.flows().company(), today)))
        .body(parts, String.class);
  }

  private static ContentDisposition attachment(Company company, LocalDate today) {
    var brand = company.look().brand().replaceAll("[^\\p{L}\\p{N} .-]+", "-").strip();
    return ContentDisposition.attachment()
        .filename("%s %s.txt".formatted(brand, today), StandardCharsets.UTF_8)
        .build();
  }
}
