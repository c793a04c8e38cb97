package dev.sayonce.action;

import dev.sayonce.conversation.Effect.CallAction;
import dev.sayonce.conversation.OneTimeCode;
import dev.sayonce.flow.Action;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/**
 * Makes up the codes by which customers prove who they are. The code of a call is always the same
 * one, however often the call is tried: it follows from the call's id and a secret of this
 * installation.
 */
final class OneTimeCodes {

  /** In an hour, by one customer: five times three tries at a million codes. */
  private static final int MOST = 5;

  private static final String HMAC = "HmacSHA256";
  private static final int MODULUS = 1_000_000;

  private final CodeStore store;

  OneTimeCodes(CodeStore store) {
    this.store = store;
  }

  /** The call with its code; empty if the customer was sent too many lately. */
  Mono<CallAction> into(CallAction call, String input) {
    return store
        .take(call.conversation().thread(), call.id(), MOST)
        .filter(may -> may)
        .flatMap(_ -> store.key())
        .map(key -> call.with(input, code(key, call.id())));
  }

  /** What the back end told, with the seal of the code where it sent one. */
  static Object sealed(Action action, CallAction call, Object told) {
    return action
        .codeInput()
        .<Object>map(input -> sealed(told, call.id(), String.valueOf(call.with().get(input))))
        .orElse(told);
  }

  private static Map<String, Object> sealed(Object told, String call, String code) {
    var all = new HashMap<String, Object>();
    if (told instanceof Map<?, ?> values) {
      values.forEach((name, value) -> all.put(name.toString(), value));
    }
    all.put(OneTimeCode.SEAL, OneTimeCode.seal(call, code));
    return all;
  }

  static String code(String key, String call) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
      var number = ByteBuffer.wrap(mac.doFinal(call.getBytes(StandardCharsets.UTF_8))).getLong();
      return String.format(
          Locale.ROOT, "%0" + OneTimeCode.FIGURES + "d", Long.remainderUnsigned(number, MODULUS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
