package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Command;
import dev.sayonce.channel.telegram.Incoming.Edited;
import dev.sayonce.channel.telegram.Incoming.InCompany;
import dev.sayonce.channel.telegram.Incoming.Media;
import dev.sayonce.channel.telegram.Incoming.Nothing;
import dev.sayonce.channel.telegram.Incoming.Pressed;
import dev.sayonce.channel.telegram.Incoming.Reachable;
import dev.sayonce.channel.telegram.Incoming.Special;
import dev.sayonce.channel.telegram.Incoming.Words;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.flow.Phrase;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Where the company asks for consent nothing of a customer is kept before they have given it: they
 * are asked, and what they sent they send again.
 */
final class Consent {

  private static final Set<String> FREE = Set.of("start", "status", "unlink", "stop");

  private final ConversationEngine engine;
  private final FlowSets flows;
  private final Asides asides;

  Consent(ConversationEngine engine, FlowSets flows, Asides asides) {
    this.engine = engine;
    this.flows = flows;
    this.asides = asides;
  }

  /** True if the customer must accept something first. */
  Mono<Boolean> isLacking(Received r) {
    return flows.active().company().chat().consent().isEmpty() || !keepsSomething(r.what())
        ? Mono.just(false)
        : engine.place(engine.home(r.contact())).flatMap(engine::hasBegun).map(begun -> !begun);
  }

  private static boolean keepsSomething(Incoming what) {
    return switch (what) {
      case Words _, Media _, Special _, Edited _ -> true;
      case Command(var name, _) -> !FREE.contains(name);
      case Pressed p ->
          ButtonKey.of(p.data())
              .filter(key -> key instanceof ButtonKey.Suggested || key instanceof ButtonKey.Speak)
              .isPresent();
      case InCompany _, Reachable _, Nothing _ -> false;
    };
  }

  Mono<Void> ask(Received r) {
    return asides
        .language(r)
        .flatMap(
            language -> {
              var company = flows.active();
              var words = company.company().chat().consent().map(text -> text.in(language));
              var yes = company.phrases().say(Phrase.CONSENT_YES, language);
              return asides.send(
                  r,
                  words.orElse(""),
                  List.of(new Part.Key(yes, new ButtonKey.Consented().data())));
            });
  }
}
