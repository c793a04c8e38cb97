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
  @JsonSubTypes.Type(value = ClientFrame.Consent.class, name = "consent"),
  @JsonSubTypes.Type(value = ClientFrame.End.class, name = "end"),
  @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ClientFrame.Pong.class, name = "pong")
})
sealed interface ClientFrame {

  /**
   * @param identity the token by which the company's page vouches for its signed-in customer
   */
  record Hello(
      Optional<String> token,
      Optional<String> language,
      Optional<Cursor> after,
      Optional<String> identity)
      implements ClientFrame {

    /** Without the two tokens, which no log may hold. */
    @Override
    public String toString() {
      return "Hello[language=%s, after=%s]".formatted(language, after);
    }
  }

  record Say(String id, String text, Optional<String> suggestion) implements ClientFrame {}

  record Choose(String id, String conversation, int entry, String option) implements ClientFrame {}

  record Switch(String id, String language) implements ClientFrame {}

  /** What {@code welcome} asked to accept was accepted. */
  record Consent(String id) implements ClientFrame {}

  record End(String id) implements ClientFrame {}

  record Typing() implements ClientFrame {}

  record Pong() implements ClientFrame {}

  /** The last public entry that the page has. */
  record Cursor(String conversation, int n) {}
}
