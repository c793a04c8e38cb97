package dev.sayonce.customer;

import dev.sayonce.conversation.Identity;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Who is signed in on which session, as long as the proof counts. */
final class SignInStore {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Redis redis;

  SignInStore(Redis redis) {
    this.redis = redis;
  }

  private record Kept(
      String customer,
      String name,
      Identity.Proof proof,
      long until,
      Map<String, String> facts,
      long since) {

    SignedIn signedIn() {
      var called = Optional.of(name).filter(n -> !n.isEmpty());
      var identity = new Identity(customer, called, proof, Instant.ofEpochMilli(until));
      return new SignedIn(identity, facts, Instant.ofEpochMilli(since));
    }
  }

  /**
   * @param session the thread that follows from the session's token
   */
  Mono<Void> keep(ThreadId session, SignedIn who) {
    var identity = who.identity();
    var kept =
        new Kept(
            identity.customer(),
            identity.name().orElse(""),
            identity.proof(),
            identity.until().toEpochMilli(),
            who.facts(),
            who.since().toEpochMilli());
    var life = Duration.between(who.since(), identity.until());
    return redis
        .commands()
        .set(
            RedisKeys.signedIn(session),
            JSON.writeValueAsString(kept),
            SetArgs.Builder.px(life.toMillis()))
        .then();
  }

  Mono<SignedIn> of(ThreadId session) {
    return redis
        .commands()
        .get(RedisKeys.signedIn(session))
        .map(json -> JSON.readValue(json, Kept.class).signedIn());
  }

  Mono<Void> forget(ThreadId session) {
    return redis.commands().del(RedisKeys.signedIn(session)).then();
  }
}
