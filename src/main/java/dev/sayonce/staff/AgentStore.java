package dev.sayonce.staff;

import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The accounts. */
public final class AgentStore {

  private static final Script CREATE = Script.named("create_agent");
  private static final Script REPLACE = Script.named("replace_agent");
  private static final int TRIES = 5;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What became of a change. */
  public enum Change {
    DONE,
    /** There is no such account. */
    UNKNOWN,
    /** Nobody could keep the accounts any more; nothing was changed. */
    LAST_ADMIN
  }

  private final Redis redis;

  public AgentStore(Redis redis) {
    this.redis = redis;
  }

  /** True when created; false when the login is taken. */
  Mono<Boolean> create(Account account) {
    return redis
        .run(
            CREATE,
            List.of(RedisKeys.AGENTS, RedisKeys.LOGINS),
            List.of(account.id(), account.login(), write(account)))
        .map(reply -> reply.getFirst().equals(1L));
  }

  Mono<Account> byLogin(String login) {
    return redis.commands().hget(RedisKeys.LOGINS, login).flatMap(this::byId);
  }

  Mono<Account> byId(String id) {
    return redis.commands().hget(RedisKeys.AGENTS, id).map(AgentStore::read);
  }

  Flux<Account> all() {
    return redis.commands().hvals(RedisKeys.AGENTS).map(AgentStore::read);
  }

  Mono<Boolean> isEmpty() {
    return redis.commands().hlen(RedisKeys.AGENTS).map(count -> count == 0);
  }

  /** Changes an account as it is at this moment; tried again when another change came between. */
  Mono<Change> change(String id, UnaryOperator<Account> change) {
    return Mono.defer(() -> changeOnce(id, change))
        .repeatWhenEmpty(TRIES, tries -> tries)
        .onErrorMap(
            IllegalStateException.class,
            e -> new IllegalStateException("The account %s keeps changing".formatted(id), e));
  }

  /** Empty when another change came between. */
  private Mono<Change> changeOnce(String id, UnaryOperator<Account> change) {
    return redis
        .commands()
        .hget(RedisKeys.AGENTS, id)
        .flatMap(before -> replace(id, before, write(change.apply(read(before)))))
        .defaultIfEmpty("unknown")
        .mapNotNull(AgentStore::outcome);
  }

  private Mono<String> replace(String id, String before, String after) {
    return redis
        .run(REPLACE, List.of(RedisKeys.AGENTS), List.of(id, before, after))
        .map(reply -> reply.getFirst().toString());
  }

  private static @Nullable Change outcome(String word) {
    return switch (word) {
      case "done" -> Change.DONE;
      case "unknown" -> Change.UNKNOWN;
      case "last-admin" -> Change.LAST_ADMIN;
      default -> null;
    };
  }

  static Account read(String json) {
    return JSON.readValue(json, Account.class);
  }

  private static String write(Account account) {
    return JSON.writeValueAsString(account);
  }
}
