package dev.sayonce.knowledge;

import dev.sayonce.engine.Understander;
import dev.sayonce.knowledge.meaning.Meaning;
import dev.sayonce.knowledge.meaning.Meanings;
import dev.sayonce.knowledge.meaning.UnusableModel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the knowledge the engine's teacher. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  private static final Logger log = LoggerFactory.getLogger(KnowledgeConfiguration.class);

  @Bean
  Understander.Teacher teacher(KnowledgeProperties properties) {
    var meaning = meaning(properties.model());
    return flows -> Knowledge.of(Lessons.in(flows), meaning)::understand;
  }

  /** Customers are served without a model too, only less well. */
  private static Optional<Meaning> meaning(String model) {
    try {
      return Meanings.open(model);
    } catch (UnusableModel e) {
      log.warn("{} Questions are understood by their words alone.", e.getMessage());
      return Optional.empty();
    }
  }
}
