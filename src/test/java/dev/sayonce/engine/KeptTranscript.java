package dev.sayonce.engine;

import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.redis.RedisKeys;
import dev.sayonce.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A thread in Redis whose transcript has one file in it. */
public final class KeptTranscript {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String VERSION = "0a0b0c:1";

  private KeptTranscript() {}

  public static ConversationId write(ThreadId thread, Attachment file) {
    var conversation = new ConversationId(thread + ".aaaaaaaa");
    var commands = TestRedis.redis().commands();
    commands.hset(RedisKeys.thread(thread), Map.of("version", VERSION)).block(PATIENCE);
    commands.rpush(RedisKeys.cases(thread), conversation.value()).block(PATIENCE);
    commands
        .rpush(RedisKeys.transcript(conversation), StateJson.write(entry(file)))
        .block(PATIENCE);
    return conversation;
  }

  /** The thread as it was written. */
  public static Stored stored() {
    return new Stored(Version.parse(VERSION), Optional.empty());
  }

  private static Entry entry(Attachment file) {
    return new Entry(
        1,
        0,
        Instant.EPOCH,
        "web:event",
        new Entry.Author.Customer(),
        false,
        new Entry.Content.File(file));
  }
}
