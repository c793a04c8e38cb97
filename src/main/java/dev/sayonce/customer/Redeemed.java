package dev.sayonce.customer;

import dev.sayonce.conversation.ConversationId;

/** What using a code came to. */
public sealed interface Redeemed {

  /** The contact belongs to that conversation's thread from now on. */
  record Linked(ConversationId conversation) implements Redeemed {}

  /** The code came too late, or there is nothing left to go on with. */
  record Expired() implements Redeemed {}

  /** Somebody used it before, or the same customer did and has parted since. */
  record UsedAlready() implements Redeemed {}

  /** No code of ours, or one so old that nothing is known of it any more. */
  record Unknown() implements Redeemed {}
}
