package dev.sayonce.customer;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The codes that were given out, on their thread's partition, and who used them. */
final class LinkStore {

  /** So long an old code is known as one, and a saga may be gone on with. */
  private static final Duration KNOWN_FOR = Duration.ofDays(1);

  private static final Script GIVE = Script.named("give_link");
  private static final Script CLAIM = Script.named("claim_link");

  private final Redis redis;

  LinkStore(Redis redis) {
    this.redis = redis;
  }

  /** What stands of a code for the contact that brings it. */
  sealed interface Claim {
    record Unknown() implements Claim {}

    record Expired() implements Claim {}

    record Used() implements Claim {}

    /** It is this contact's and no one else's from now on. */
    record Mine(ThreadId thread) implements Claim {}

    /** This contact has been linked by it. */
    record Done(ThreadId thread) implements Claim {}
  }

  Mono<LinkCode> give(ThreadId thread, LinkCode code) {
    return redis
        .run(
            GIVE,
            List.of(key(code.value())),
            List.of(
                thread.value(),
                Long.toString(code.until().toEpochMilli()),
                Long.toString(KNOWN_FOR.toMillis())))
        .thenReturn(code);
  }

  Mono<Claim> claim(String code, Contact contact, Instant now) {
    return redis
        .run(
            CLAIM, List.of(key(code)), List.of(address(contact), Long.toString(now.toEpochMilli())))
        .map(LinkStore::claim);
  }

  private static Claim claim(List<Object> reply) {
    return switch ((String) reply.getFirst()) {
      case "unknown" -> new Claim.Unknown();
      case "expired" -> new Claim.Expired();
      case "used" -> new Claim.Used();
      case "mine" -> new Claim.Mine(new ThreadId((String) reply.get(1)));
      case "done" -> new Claim.Done(new ThreadId((String) reply.get(1)));
      case String other -> throw new IllegalStateException("claim_link says " + other);
    };
  }

  /** The contact is linked. */
  Mono<Void> finish(String code) {
    return redis.commands().hset(key(code), "done", "1").then();
  }

  private static String address(Contact contact) {
    return contact.channel() + ":" + contact.address();
  }

  private static String key(String code) {
    return RedisKeys.link(LinkCode.partition(code), LinkCode.digest(code));
  }
}
