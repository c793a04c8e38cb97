package dev.sayonce.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sayonce.attachment.FileLimits;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.flow.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a chat page is sent. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = ServerFrame.Line.class, name = "entry"),
  @JsonSubTypes.Type(value = ServerFrame.Standing.class, name = "status"),
  @JsonSubTypes.Type(value = ServerFrame.Ack.class, name = "ack"),
  @JsonSubTypes.Type(value = ServerFrame.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ServerFrame.Ping.class, name = "ping")
})
sealed interface ServerFrame {

  record Welcome(
      int protocol,
      String token,
      String language,
      List<String> languages,
      String company,
      LocalText greeting,
      String brand,
      boolean hasLogo,
      List<Suggestion> suggestions,
      Optional<Suggestion> complaint,
      Optional<Privacy> privacy,
      Optional<Consent> consent,
      Optional<FileLimits> files,
      Optional<Elsewhere> telegram,
      Optional<Customer> customer)
      implements ServerFrame {}

  /**
   * The customer for whom the company's page vouched.
   *
   * @param name empty if nobody said
   */
  record Customer(String name) {}

  /** The bot with which the talk can go on. */
  record Elsewhere(String bot) {}

  /** A button of the greeting that says its label for the customer. */
  record Suggestion(String id, LocalText label) {}

  record Privacy(LocalText text, Optional<String> link) {}

  /** What must be accepted before the first message. */
  record Consent(LocalText text) {}

  /** A public entry of the transcript. */
  record Line(
      String conversation,
      int n,
      int prev,
      Instant at,
      String from,
      Optional<String> name,
      String text,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
      Optional<String> id,
      Optional<Chosen> chosen,
      Optional<File> file)
      implements ServerFrame {}

  /** A file that somebody sent, with the measures of a picture that exists in small too. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record File(
      String id,
      String name,
      String type,
      long size,
      Optional<Integer> width,
      Optional<Integer> height,
      boolean hasSmall) {

    static File of(Attachment file) {
      return new File(
          file.id(),
          file.name(),
          file.type(),
          file.size(),
          file.picture().map(Attachment.Picture::width),
          file.picture().map(Attachment.Picture::height),
          file.picture().isPresent());
    }
  }

  record Option(String id, String label) {}

  record Chosen(int entry, String option) {}

  /**
   * Where the customer stands.
   *
   * @param linked the other channels in which the talk goes on too
   */
  record Standing(
      Optional<String> conversation,
      String status,
      Optional<Integer> position,
      Optional<String> agent,
      String language,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> linked)
      implements ServerFrame {}

  record Ack(String id, String conversation, int n) implements ServerFrame {}

  /** The message was not taken; with {@code retryAfter} (milliseconds) it may be sent again. */
  record Refused(Optional<String> id, String reason, Optional<Long> retryAfter)
      implements ServerFrame {}

  /** The agent of that name is writing; without a name the bot is at work. */
  record Typing(String name) implements ServerFrame {}

  record Ping(Optional<String> conversation, @JsonProperty("n") Optional<Integer> last)
      implements ServerFrame {}
}
