package dev.sayonce.redis;

import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;

/** The lines to where state is kept: one server with its deputies, or a cluster. */
interface RedisServers extends AutoCloseable {

  /** Commands, each led to the server that has its key. */
  RedisClusterReactiveCommands<String, String> commands();

  /** Every server that takes writes, by its address. */
  Map<String, RedisClusterReactiveCommands<String, String>> masters();

  /** Hears sharded channels for good, whatever becomes of single servers meanwhile. */
  Mono<Void> listen(Collection<String> channels, BiConsumer<String, String> hear);

  boolean isOpen();

  @Override
  void close();
}
