package dev.sayonce.knowledge;

import dev.sayonce.engine.Understander;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the knowledge the engine's teacher. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  @Bean
  Understander.Teacher teacher() {
    return flows -> Knowledge.of(flows)::understand;
  }
}
