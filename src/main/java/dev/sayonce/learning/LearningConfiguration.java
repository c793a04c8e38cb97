package dev.sayonce.learning;

import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.EngineProperties;
import dev.sayonce.engine.FlowSets;
import dev.sayonce.engine.TurnFeed;
import dev.sayonce.engine.Understander;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.talk.Talk;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.TalksReader;
import dev.sayonce.redis.Redis;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts learning together, between the engine and whoever teaches sets as they are written. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

  private static final int START_PATIENCE_SECONDS = 20;

  @Bean
  LearningStore learningStore(Redis redis, LearningProperties properties) {
    return new LearningStore(redis, properties);
  }

  /** Read before the first set is taught, so that a gateway starts with all that it knew. */
  @Bean
  LearnedExamples learnedExamples(LearningStore store) {
    var learned = new LearnedExamples(store);
    learned.follow().toFuture().orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return learned;
  }

  @Bean
  @Primary
  LearningTeacher learningTeacher(
      @Qualifier("teacher") Understander.Teacher teacher, LearnedExamples learned) {
    return new LearningTeacher(teacher, learned);
  }

  @Bean
  Following following(LearnedExamples learned, FlowSets flows, LearningProperties properties) {
    return new Following(learned, flows, properties.follow());
  }

  @Bean
  Harvester harvester(
      TurnFeed turns,
      ConversationStore conversations,
      LearningStore store,
      FlowSets flows,
      Clock clock) {
    return new Harvester(turns, conversations, store, flows, clock);
  }

  @Bean(destroyMethod = "close")
  Reviewer reviewer(
      @Qualifier("teacher") Understander.Teacher teacher,
      LearnedExamples learned,
      FlowSets flows,
      EngineProperties properties) {
    return new Reviewer(teacher, learned, flows, tests(properties.flows()));
  }

  /** Those in the set itself, and those beside it where this gateway has the folder. */
  private static Function<FlowSet, List<Talk>> tests(Path folder) {
    var reader = new TalksReader();
    return flows -> reader.read(folder, Optional.of(flows)).talks();
  }

  @Bean
  Learning learning(
      LearningStore store,
      LearnedExamples learned,
      Following following,
      Reviewer reviewer,
      FlowSets flows,
      FlowReader reader,
      EngineProperties properties,
      Clock clock) {
    var export = new Export(reader, Export.folder(properties.flows()));
    return new Learning(store, learned, following, reviewer, flows, export, clock);
  }
}
