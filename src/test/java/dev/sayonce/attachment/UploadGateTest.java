package dev.sayonce.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import org.junit.jupiter.api.Test;

class UploadGateTest {

  private final UploadGate gate = new UploadGate(4);

  private static ThreadId thread(int n) {
    return ThreadId.of(new Contact(Contact.WEB, "visitor " + n), 16);
  }

  @Test
  void lets2InOnAThread() {
    assertThat(gate.enter(thread(1), Sender.CUSTOMER)).isTrue();
    assertThat(gate.enter(thread(1), Sender.CUSTOMER)).isTrue();
    assertThat(gate.enter(thread(1), Sender.CUSTOMER)).isFalse();
    gate.leave(thread(1), Sender.CUSTOMER);
    assertThat(gate.enter(thread(1), Sender.CUSTOMER)).isTrue();
  }

  @Test
  void customersLeaveRoomForAgents() {
    for (int i = 0; i < 4; i++) {
      assertThat(gate.enter(thread(i), Sender.CUSTOMER)).isTrue();
    }
    assertThat(gate.enter(thread(5), Sender.CUSTOMER)).isFalse();
    assertThat(gate.enter(thread(5), Sender.AGENT)).isTrue();
    assertThat(gate.enter(thread(6), Sender.AGENT)).isTrue();
    assertThat(gate.enter(thread(7), Sender.AGENT)).isFalse();
  }

  @Test
  void aRefusedOneTakesNoPlace() {
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 4; i++) {
        assertThat(gate.enter(thread(i), Sender.CUSTOMER)).isTrue();
      }
      assertThat(gate.enter(thread(9), Sender.CUSTOMER)).isFalse();
      for (int i = 0; i < 4; i++) {
        gate.leave(thread(i), Sender.CUSTOMER);
      }
    }
  }
}
