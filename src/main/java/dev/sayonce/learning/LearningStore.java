package dev.sayonce.learning;

import dev.sayonce.conversation.Intent;
import dev.sayonce.flow.Language;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Proposals and accepted examples in Redis, the same for all gateways. */
public final class LearningStore {

  private static final Script PROPOSE = Script.named("propose_example");
  private static final Script ACCEPT = Script.named("accept_example");
  private static final Script REFUSE = Script.named("refuse_example");
  private static final Script WITHDRAW = Script.named("withdraw_example");
  private static final Script READ = Script.named("read_lesson");

  /** Longer than a turn may be told again. */
  private static final Duration OCCASION = Duration.ofHours(48);

  private static final Duration REFUSAL = Duration.ofDays(400);
  private static final int MOST_REFUSALS = 5_000;
  private static final int MOST_EXAMPLES = 2_000;
  private static final long NO_LESSON = -1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Redis redis;
  private final LearningProperties properties;

  public LearningStore(Redis redis, LearningProperties properties) {
    this.redis = redis;
    this.properties = properties;
  }

  /** A proposal as it is kept: what does not change. */
  private record Kept(
      String intent, String language, String text, String source, String conversation) {}

  /** An accepted example as it is kept. */
  private record Accepted(String intent, String language, String text, String by, long at) {}

  /** What became of a wish to accept. */
  public enum Acceptance {
    ACCEPTED,
    /** Somebody else has decided on it. */
    GONE,
    /** Something else was accepted or withdrawn since it was tried out. */
    CHANGED,
    /** So many were accepted that some should go into the files first. */
    FULL
  }

  /** True if it counts: neither told again nor decided on before. */
  Mono<Boolean> propose(Sighting sighting, Instant now) {
    return redis
        .run(
            PROPOSE,
            List.of(
                RedisKeys.learningOccasion(sighting.mark()),
                RedisKeys.PROPOSALS,
                RedisKeys.PROPOSAL_TIMES,
                RedisKeys.PROPOSALS_SEEN,
                RedisKeys.PROPOSALS_REFUSED,
                RedisKeys.LEARNED),
            List.of(
                sighting.candidate().id(),
                JSON.writeValueAsString(kept(sighting)),
                millis(now),
                millis(OCCASION),
                millis(properties.keep()),
                Integer.toString(properties.most())))
        .map(reply -> reply.getFirst().equals("counted"));
  }

  private static Kept kept(Sighting sighting) {
    var c = sighting.candidate();
    return new Kept(
        c.intent().toString(),
        c.language().code(),
        c.text(),
        sighting.source().name(),
        sighting.conversation());
  }

  /** All that waits for a decision, the most frequent first. */
  Flux<Proposal> proposals(Instant now) {
    var oldest = (double) now.minus(properties.keep()).toEpochMilli();
    var commands = redis.commands();
    return Mono.zip(
            commands.hgetall(RedisKeys.PROPOSALS).collectMap(v -> v.getKey(), v -> v.getValue()),
            commands
                .hgetall(RedisKeys.PROPOSAL_TIMES)
                .collectMap(v -> v.getKey(), v -> v.getValue()),
            commands.zrangeWithScores(RedisKeys.PROPOSALS_SEEN, 0, -1).collectList())
        .flatMapIterable(
            all ->
                all.getT3().stream()
                    .filter(seen -> seen.getScore() >= oldest)
                    .flatMap(
                        seen ->
                            proposal(
                                Optional.ofNullable(all.getT1().get(seen.getValue())),
                                all.getT2().getOrDefault(seen.getValue(), "1"),
                                Instant.ofEpochMilli((long) seen.getScore()))
                                .stream())
                    .sorted(
                        Comparator.comparingInt(Proposal::times)
                            .thenComparing(Proposal::last)
                            .reversed())
                    .toList());
  }

  private static Optional<Proposal> proposal(Optional<String> json, String times, Instant last) {
    return json.map(text -> JSON.readValue(text, Kept.class))
        .map(
            kept ->
                new Proposal(
                    candidate(kept.intent(), kept.language(), kept.text()),
                    Proposal.Source.valueOf(kept.source()),
                    kept.conversation(),
                    Integer.parseInt(times),
                    last));
  }

  private static Candidate candidate(String intent, String language, String text) {
    return new Candidate(Intent.parse(intent), new Language(language), text);
  }

  /**
   * Makes a proposal an example.
   *
   * @param example as it is to be learned, which may differ from what was proposed
   * @param lesson the number of the one with which it was tried out
   */
  Mono<Acceptance> accept(String proposal, Learned example, long lesson) {
    var c = example.candidate();
    var json =
        JSON.writeValueAsString(
            new Accepted(
                c.intent().toString(),
                c.language().code(),
                c.text(),
                example.by(),
                example.at().toEpochMilli()));
    return redis
        .run(
            ACCEPT,
            List.of(
                RedisKeys.PROPOSALS,
                RedisKeys.PROPOSAL_TIMES,
                RedisKeys.PROPOSALS_SEEN,
                RedisKeys.PROPOSALS_REFUSED,
                RedisKeys.LEARNED,
                RedisKeys.LESSON),
            List.of(
                proposal,
                example.id(),
                json,
                Long.toString(lesson),
                Integer.toString(MOST_EXAMPLES),
                millis(example.at())))
        .map(reply -> Acceptance.valueOf(reply.getFirst().toString().toUpperCase(Locale.ROOT)));
  }

  /** False if somebody else has decided on it. */
  Mono<Boolean> refuse(String proposal, Instant now) {
    return redis
        .run(
            REFUSE,
            List.of(
                RedisKeys.PROPOSALS,
                RedisKeys.PROPOSAL_TIMES,
                RedisKeys.PROPOSALS_SEEN,
                RedisKeys.PROPOSALS_REFUSED),
            List.of(proposal, millis(now), millis(REFUSAL), Integer.toString(MOST_REFUSALS)))
        .map(reply -> reply.getFirst().equals("refused"));
  }

  /** Takes accepted examples back; how many there were of them. */
  Mono<Long> withdraw(Collection<String> ids) {
    return ids.isEmpty()
        ? Mono.just(0L)
        : redis
            .run(WITHDRAW, List.of(RedisKeys.LEARNED, RedisKeys.LESSON), List.copyOf(ids))
            .map(reply -> (Long) reply.getFirst());
  }

  /** All accepted examples. */
  public Mono<Lesson> lesson() {
    return read(NO_LESSON).map(reply -> lesson(reply));
  }

  /** All accepted examples, if the lesson is another one than is known. */
  Mono<Lesson> lessonAfter(long known) {
    return read(known)
        .filter(reply -> (Long) reply.getFirst() != known)
        .map(reply -> lesson(reply));
  }

  private Mono<List<Object>> read(long known) {
    return redis.run(
        READ, List.of(RedisKeys.LEARNED, RedisKeys.LESSON), List.of(Long.toString(known)));
  }

  /** The reply has the number, then ids and examples by turns. */
  private static Lesson lesson(List<Object> reply) {
    var examples = new ArrayList<Learned>();
    for (int i = 2; i < reply.size(); i += 2) {
      examples.add(learned(reply.get(i).toString()));
    }
    examples.sort(Comparator.comparing(Learned::at).thenComparing(Learned::id));
    return new Lesson((Long) reply.getFirst(), examples);
  }

  private static Learned learned(String json) {
    var kept = JSON.readValue(json, Accepted.class);
    return new Learned(
        candidate(kept.intent(), kept.language(), kept.text()),
        kept.by(),
        Instant.ofEpochMilli(kept.at()));
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
