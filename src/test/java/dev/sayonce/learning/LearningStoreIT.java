package dev.sayonce.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Language;
import dev.sayonce.learning.LearningStore.Acceptance;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class LearningStoreIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
  private static final int MOST = 3;

  private final LearningStore store =
      new LearningStore(
          TestRedis.redis(),
          new LearningProperties(MOST, Duration.ofDays(90), Duration.ofSeconds(2)));

  @BeforeEach
  void forget() {
    TestRedis.flush();
  }

  private static Candidate candidate(String text) {
    return new Candidate(Intent.flow("return"), Language.EN, text);
  }

  private boolean seen(String text, String mark, Instant at) {
    var sighting = new Sighting(candidate(text), Proposal.Source.PRESSED, "01-abc.x", mark);
    return store.propose(sighting, at).block(PATIENCE);
  }

  private List<Proposal> proposals(Instant at) {
    return store.proposals(at).collectList().block(PATIENCE);
  }

  private Acceptance accept(String proposal, String as, long lesson) {
    return store.accept(proposal, new Learned(candidate(as), "Anna", NOW), lesson).block(PATIENCE);
  }

  private Lesson lesson() {
    return store.lesson().block(PATIENCE);
  }

  @Test
  void countsAnOccasionOnceHoweverManyGatewaysSawIt() {
    Flux.range(0, 20)
        .flatMap(
            _ ->
                store.propose(
                    new Sighting(candidate("a b"), Proposal.Source.AGENT, "c", "c:7"), NOW))
        .blockLast(PATIENCE);
    assertThat(seen("A  B!", "d:9", NOW.plusSeconds(5))).isTrue();

    assertThat(proposals(NOW))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.times()).isEqualTo(2);
              assertThat(p.candidate()).isEqualTo(candidate("a b"));
              assertThat(p.source()).isEqualTo(Proposal.Source.AGENT);
              assertThat(p.last()).isEqualTo(NOW.plusSeconds(5));
            });
  }

  @Test
  void keepsTheMostFrequentFirstAndNoMoreThanItMay() {
    IntStream.range(0, MOST + 2)
        .forEach(i -> seen("words " + "xyzuvw".charAt(i), "c:" + i, NOW.plusSeconds(i)));
    seen("words z", "d:1", NOW.plusSeconds(9));

    assertThat(proposals(NOW))
        .extracting(p -> p.candidate().text())
        .containsExactly("words z", "words v", "words u");
  }

  @Test
  void whatNobodyDecidedOnGoesInTheEnd() {
    seen("old words", "c:1", NOW);
    var later = NOW.plus(Duration.ofDays(91));
    assertThat(proposals(later)).isEmpty();
    seen("new words", "c:2", later);
    assertThat(proposals(NOW)).extracting(p -> p.candidate().text()).containsExactly("new words");
  }

  @Test
  void refusedWordsDoNotComeBack() {
    seen("a b", "c:1", NOW);
    assertThat(store.refuse(candidate("a b").id(), NOW).block(PATIENCE)).isTrue();
    assertThat(store.refuse(candidate("a b").id(), NOW).block(PATIENCE)).isFalse();
    assertThat(seen("a b", "c:2", NOW)).isFalse();
    assertThat(proposals(NOW)).isEmpty();
  }

  @Test
  void anAcceptedExampleIsInTheNextLessonAndNotProposedAgain() {
    seen("a b", "c:1", NOW);
    assertThat(accept(candidate("a b").id(), "a b", 0)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(lesson())
        .isEqualTo(new Lesson(1, List.of(new Learned(candidate("a b"), "Anna", NOW))));
    assertThat(proposals(NOW)).isEmpty();
    assertThat(seen("a b", "c:2", NOW)).isFalse();
  }

  @Test
  void whatWasTriedOnAnotherLessonIsNotAccepted() {
    seen("a b", "c:1", NOW);
    seen("c d", "c:2", NOW);
    assertThat(accept(candidate("a b").id(), "a b", 0)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(accept(candidate("c d").id(), "c d", 0)).isEqualTo(Acceptance.CHANGED);
    assertThat(accept(candidate("c d").id(), "c d", 1)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(accept(candidate("c d").id(), "c d", 2)).isEqualTo(Acceptance.GONE);
  }

  @Test
  void anEditedProposalDoesNotComeBackAsItWas() {
    seen("a b uh", "c:1", NOW);
    assertThat(accept(candidate("a b uh").id(), "a b", 0)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(seen("a b uh", "c:2", NOW)).isFalse();
    assertThat(lesson().examples())
        .extracting(Learned::candidate)
        .containsExactly(candidate("a b"));
  }

  @Test
  void aWithdrawnExampleMayBeProposedAgain() {
    seen("a b", "c:1", NOW);
    accept(candidate("a b").id(), "a b", 0);
    assertThat(store.withdraw(List.of(candidate("a b").id(), "gone")).block(PATIENCE)).isEqualTo(1);
    assertThat(store.withdraw(List.of("gone")).block(PATIENCE)).isZero();
    assertThat(lesson()).isEqualTo(new Lesson(2, List.of()));
    assertThat(seen("a b", "c:2", NOW)).isTrue();
  }

  @Test
  void asksForTheWholeLessonOnlyWhenItIsAnother() {
    seen("a b", "c:1", NOW);
    assertThat(store.lessonAfter(0).block(PATIENCE)).isNull();
    accept(candidate("a b").id(), "a b", 0);
    assertThat(store.lessonAfter(0).block(PATIENCE).examples()).hasSize(1);
    assertThat(store.lessonAfter(1).block(PATIENCE)).isNull();
    assertThat(store.lessonAfter(7).block(PATIENCE).number()).as("Redis began anew").isEqualTo(1);
  }

  @Test
  void theOccasionIsForgottenByItself() {
    seen("a b", "c:1", NOW);
    var left = TestRedis.redis().commands().pttl(RedisKeys.learningOccasion("c:1"));
    assertThat(left.block(PATIENCE)).isPositive();
  }
}
