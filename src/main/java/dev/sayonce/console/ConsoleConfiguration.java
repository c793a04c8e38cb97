package dev.sayonce.console;

import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.DeskView;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.SignalFeed;
import dev.sayonce.handoff.Lookers;
import dev.sayonce.staff.Presence;
import dev.sayonce.staff.TeamNames;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the console together. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  /** The teams of the active flows. */
  @Bean
  TeamNames teamNames(FlowSets flows) {
    return () -> flows.active().company().teams().keySet();
  }

  /** Whoever has a console open sits at the desk. */
  @Bean
  DeskView deskView(Presence presence) {
    return presence::desk;
  }

  @Bean
  Colleagues.Room colleagues(ConversationEngine engine, SignalFeed signals, Lookers lookers) {
    return new Colleagues.Room(engine, signals, lookers);
  }

  @Bean
  HandlerMapping consoleSocketMapping(ConsoleSocket socket) {
    return new SimpleUrlHandlerMapping(
        Map.of("/console/socket", socket), Ordered.HIGHEST_PRECEDENCE);
  }
}
