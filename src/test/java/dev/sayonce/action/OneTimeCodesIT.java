package dev.sayonce.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Actor;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Effect.CallAction;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.TestEngine;
import dev.sayonce.redis.TestRedis;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes are the same for every try of a call and on every gateway, and few enough an hour. */
class OneTimeCodesIT {

  private final ThreadId thread =
      ThreadId.of(new Contact(Contact.WEB, UUID.randomUUID().toString()), 16);

  private static OneTimeCodes codes() {
    return new OneTimeCodes(new CodeStore(TestRedis.redis()));
  }

  private CallAction call(int n) {
    var conversation = new ConversationId(thread + ".aaaaaaaa");
    return new CallAction(
        conversation + ":" + n + ":call",
        conversation,
        "hash",
        "customer.code",
        Map.of(),
        new Actor.Bot(),
        Instant.EPOCH);
  }

  private static String code(OneTimeCodes codes, CallAction call) {
    var filled = codes.into(call, "code").blockOptional(TestEngine.PATIENCE);
    return filled.map(c -> c.with().get("code").toString()).orElse("none");
  }

  @Test
  void areTheSameForEveryTryAndOnEveryGateway() {
    var first = code(codes(), call(1));
    assertThat(first).matches("\\d{6}");
    assertThat(code(codes(), call(1))).isEqualTo(first);
    assertThat(code(codes(), call(2))).isNotEqualTo(first);
  }

  @Test
  void areSentFiveTimesAnHourAndNoMore() {
    var codes = codes();
    IntStream.rangeClosed(1, 5).forEach(n -> assertThat(code(codes, call(n))).matches("\\d{6}"));
    assertThat(code(codes, call(6))).isEqualTo("none");
    assertThat(code(codes, call(3))).as("another try of one of them").matches("\\d{6}");
  }
}
