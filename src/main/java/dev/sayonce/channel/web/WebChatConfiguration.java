package dev.sayonce.channel.web;

import dev.sayonce.attachment.FileLimits;
import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.channel.Curfew;
import dev.sayonce.channel.OtherChannel;
import dev.sayonce.customer.SignIns;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.handoff.Lookers;
import dev.sayonce.handoff.WaitingLine;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the web chat together. */
@Configuration(proxyBeanMethods = false)
class WebChatConfiguration {

  @Bean
  WebSessionStore webSessionStore(
      Redis redis, RedisProperties properties, ConversationStore conversations, Clock clock) {
    var sessions = new WebSessionStore(redis, properties.retention(), clock);
    conversations.onErased(sessions::revoke); // pages that still show what is gone begin anew
    return sessions;
  }

  @Bean
  Visitors visitors(
      SignIns signIns, ConversationEngine engine, RedisProperties redis, Clock clock) {
    return new Visitors(signIns, engine, redis.partitions(), clock);
  }

  @Bean
  ChatRoom chatRoom(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      WaitingLine line,
      WebSessionStore sessions,
      Visitors visitors,
      SignalFeed signals,
      Lookers lookers,
      WebProperties properties,
      FilesProperties files,
      ObjectProvider<OtherChannel> elsewhere,
      TurnFeed feed,
      Clock clock,
      MeterRegistry meters) {
    var room =
        new ChatRoom(
            engine,
            store,
            flows,
            line,
            sessions,
            visitors,
            signals,
            lookers,
            properties,
            FileLimits.of(files),
            Optional.ofNullable(elsewhere.getIfAvailable()),
            meters,
            clock);
    room.open(feed);
    Gauge.builder("sayonce.web.sockets", room, ChatRoom::sockets).register(meters);
    Gauge.builder("sayonce.web.sockets.limit", properties, WebProperties::mostSocketsInAll)
        .register(meters);
    return room;
  }

  @Bean
  VisitorDoor visitorDoor(WebSessionStore sessions, Visitors visitors, Clock clock) {
    return new VisitorDoor(sessions, visitors, clock);
  }

  @Bean
  RouterFunction<ServerResponse> lookRoutes(FlowSets flows) {
    return new LookFiles(flows::active).routes();
  }

  @Bean
  RouterFunction<ServerResponse> threadRoutes(
      ConversationEngine engine,
      ConversationStore store,
      FlowSets flows,
      VisitorDoor door,
      Clock clock) {
    return new ThreadPages(door, engine, new PublicLines(store), flows, clock).routes();
  }

  @Bean
  HandlerMapping chatSocketMapping(ChatRoom room, WebProperties properties, Curfew curfew) {
    return new SimpleUrlHandlerMapping(
        Map.of("/chat/socket", new ChatSocket(room, properties.ping(), curfew)),
        Ordered.HIGHEST_PRECEDENCE);
  }
}
