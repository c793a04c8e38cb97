package dev.sayonce.channel.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What a chat page sends. Anything else is {@code malformed}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientFrame.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = ClientFrame.Say.class, name = "say"),
  @JsonSubTypes.Type(value = ClientFrame.Choose.class, name = "choose"),
  @JsonSubTypes.Type(value = ClientFrame.Switch.class, name = "language"),
  @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ClientFrame.Pong.class, name = "pong")
})
sealed interface ClientFrame {

  record Hello(Optional<String> token, Optional<String> language, Optional<Cursor> after)
      implements ClientFrame {}

  record Say(String id, String text) implements ClientFrame {}

  record Choose(String id, String conversation, int entry, String option) implements ClientFrame {}

  record Switch(String id, String language) implements ClientFrame {}

  record Typing() implements ClientFrame {}

  record Pong() implements ClientFrame {}

  /** The last public entry that the page has. */
  record Cursor(String conversation, int n) {}
}
