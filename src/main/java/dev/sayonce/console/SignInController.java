package dev.sayonce.console;

import dev.sayonce.platform.Refusal;
import dev.sayonce.platform.SessionCookie;
import dev.sayonce.staff.Account;
import dev.sayonce.staff.Agents;
import dev.sayonce.staff.Passwords;
import dev.sayonce.staff.Secret;
import dev.sayonce.staff.SessionStore;
import dev.sayonce.staff.SignIn;
import dev.sayonce.staff.SignIn.Outcome;
import dev.sayonce.staff.SignedIn;
import dev.sayonce.staff.TeamNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in and out, and one's own password. */
@RestController
@RequestMapping("/console/api")
final class SignInController {

  private static final Secret NONE = new Secret("");

  record Credentials(String login, Secret password) {
    Credentials(@Nullable String login, @Nullable Secret password) {
      this.login = login == null ? "" : login;
      this.password = password == null ? NONE : password;
    }
  }

  record NextPassword(Secret current, Secret next) {
    NextPassword(@Nullable Secret current, @Nullable Secret next) {
      this.current = current == null ? NONE : current;
      this.next = next == null ? NONE : next;
    }
  }

  /** The languages in which the pages have their words. */
  private static final Set<String> INTERFACES = Set.of("pl", "ru", "en");

  record Speaking(String language) {
    Speaking(@Nullable String language) {
      this.language = language == null ? "" : language;
    }
  }

  private final SignIn signIn;
  private final SessionStore sessions;
  private final SessionCookie cookie;
  private final Agents agents;
  private final TeamNames teams;

  SignInController(
      SignIn signIn, SessionStore sessions, SessionCookie cookie, Agents agents, TeamNames teams) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.agents = agents;
    this.teams = teams;
  }

  /** A session that the browser had before ends: its cookie is about to be replaced. */
  @PostMapping("/sign-in")
  Mono<Me> signIn(
      @AuthenticationPrincipal @Nullable SignedIn before,
      @RequestBody Credentials credentials,
      ServerWebExchange exchange) {
    return check(credentials.login(), credentials.password(), exchange, HttpStatus.UNAUTHORIZED)
        .delayUntil(_ -> Mono.justOrEmpty(before).flatMap(sessions::end))
        .delayUntil(account -> beginSession(account, exchange))
        .map(account -> Me.of(account, teams.all()));
  }

  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> signOut(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
    return sessions.end(who).doOnSuccess(_ -> cookie.clear(exchange));
  }

  @GetMapping("/me")
  Me me(@AuthenticationPrincipal SignedIn who) {
    return Me.of(who.account(), teams.all());
  }

  /** Ends all sessions of the agent; this browser gets a new one. */
  @PostMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> changePassword(
      @AuthenticationPrincipal SignedIn who,
      @RequestBody NextPassword passwords,
      ServerWebExchange exchange) {
    var login = who.account().login();
    if (Passwords.isWeak(passwords.next(), login)) {
      return Mono.error(weakPassword());
    }
    return check(login, passwords.current(), exchange, HttpStatus.UNPROCESSABLE_CONTENT)
        .flatMap(account -> agents.choosePassword(account.id(), passwords.next()))
        .flatMap(account -> beginSession(account, exchange));
  }

  /** The language of the agent's own console, on every machine they sign in at. */
  @PutMapping("/me/language")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> chooseLanguage(@AuthenticationPrincipal SignedIn who, @RequestBody Speaking wish) {
    return INTERFACES.contains(wish.language())
        ? agents.chooseLanguage(who.account().id(), wish.language()).then()
        : Mono.error(noSuchLanguage());
  }

  private static Refusal noSuchLanguage() {
    return new Refusal(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The console speaks pl, ru and en.")
        .with("field", "language");
  }

  private Mono<Void> beginSession(Account account, ServerWebExchange exchange) {
    return sessions.begin(account).doOnNext(token -> cookie.write(exchange, token)).then();
  }

  private Mono<Account> check(
      String login, Secret password, ServerWebExchange exchange, HttpStatus ifWrong) {
    return signIn
        .attempt(login, password, ClientAddress.of(exchange.getRequest()))
        .map(outcome -> account(outcome, ifWrong));
  }

  private static Account account(Outcome outcome, HttpStatus ifWrong) {
    return switch (outcome) {
      case Outcome.Welcome(var account) -> account;
      case Outcome.WrongCredentials() ->
          throw new Refusal(ifWrong, "wrong-credentials", "Login or password are wrong.");
      case Outcome.TooManyAttempts(var wait) ->
          throw new Refusal(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too-many-attempts",
                  "Too many attempts; wait before the next.")
              .retryAfter(wait.plusMillis(999).toSeconds());
    };
  }

  private static Refusal weakPassword() {
    return new Refusal(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "weak-password",
        "Take 12 characters at least (72 bytes at most), of several kinds and without the login.");
  }
}
