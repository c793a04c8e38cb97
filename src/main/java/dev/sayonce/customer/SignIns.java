package dev.sayonce.customer;

import dev.sayonce.conversation.Contact;
import dev.sayonce.engine.ConversationEngine;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Customers who are signed in on the company's page: one and the same on every device. What a
 * session said before is theirs from then on.
 */
public final class SignIns {

  private final Optional<IdentityTokens> tokens;
  private final SignInStore store;
  private final Linking linking;
  private final ConversationEngine engine;

  SignIns(
      Optional<IdentityTokens> tokens,
      SignInStore store,
      Linking linking,
      ConversationEngine engine) {
    this.tokens = tokens;
    this.store = store;
    this.linking = linking;
    this.engine = engine;
  }

  /** True if the company's page can vouch for customers. */
  public boolean isOn() {
    return tokens.isPresent();
  }

  /** Who is signed in on the session, if anybody is. */
  public Mono<SignedIn> of(Contact session) {
    return tokens.isEmpty() ? Mono.empty() : store.of(engine.home(session));
  }

  /** Whom the token vouches for; fails with {@link NotVouched}. */
  public Mono<SignedIn> vouched(String token) {
    return Mono.fromCallable(
        () ->
            tokens
                .orElseThrow(() -> new NotVouched("No sayonce.identity.secret or key is set."))
                .read(token));
  }

  /** The session is that customer's from now on. To be repeated after an error. */
  public Mono<Void> signIn(Contact session, SignedIn who) {
    return linking
        .join(session, who.contact())
        .then(Mono.defer(() -> store.keep(engine.home(session), who)));
  }

  /** Nobody is signed in on the session any more. */
  public Mono<Void> signOut(Contact session) {
    return tokens.isEmpty() ? Mono.empty() : store.forget(engine.home(session));
  }
}
