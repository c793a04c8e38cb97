package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.engine.Delivery;
import dev.sayonce.flow.FlowSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the transcript as agents see it: everything.
 *
 * @param kind of what is neither words nor a file
 * @param edited true for words that take the place of earlier ones
 * @param original the number of the line with those, if that is known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Line(
    int n,
    Instant at,
    String from,
    Optional<String> name,
    @JsonProperty("private") boolean isPrivate,
    Optional<String> text,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Button> options,
    Optional<Chosen> chosen,
    Optional<File> file,
    Optional<Map<String, Object>> notice,
    Optional<String> kind,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean edited,
    Optional<Integer> original,
    Optional<Delivered> delivery) {

  /** How the line's way to a pushed contact stands. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Delivered(String state, String why) {

    static Delivered of(Delivery delivery) {
      return new Delivered(delivery.state().word(), delivery.why());
    }
  }

  record Button(String id, String label) {}

  record Chosen(int entry, String option) {}

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

  /**
   * @param flows whose titles stand in for names
   */
  static Line of(Entry entry, FlowSet flows) {
    return new Line(
        entry.number(),
        entry.at(),
        entry.author().word(),
        entry.author().agentName(),
        entry.isPrivate(),
        entry.text(),
        buttons(entry.content()),
        entry.content() instanceof Content.Pressed p
            ? Optional.of(new Chosen(p.entry(), p.option()))
            : Optional.empty(),
        entry.file().map(File::of),
        Notices.of(entry.content(), flows),
        entry.content() instanceof Content.Special(var kind, _)
            ? Optional.of(kind)
            : Optional.empty(),
        entry.content() instanceof Content.Edited,
        entry.content() instanceof Content.Edited(_, var original) ? original : Optional.empty(),
        Optional.empty());
  }

  /** As it is written down. */
  static Optional<Delivered> how(Entry entry, Map<Integer, Delivery> all) {
    return Optional.ofNullable(all.get(entry.number())).map(Delivered::of);
  }

  /** Of a line that has just been said: it is on its way where it must be pushed. */
  static Optional<Delivered> soon(Entry entry, Conversation conversation) {
    return conversation.isPushed(entry)
        ? Optional.of(new Delivered(Delivery.State.WAITING.word(), ""))
        : Optional.empty();
  }

  Line delivered(Optional<Delivered> how) {
    return new Line(
        n, at, from, name, isPrivate, text, options, chosen, file, notice, kind, edited, original,
        how);
  }

  private static List<Button> buttons(Content content) {
    return content instanceof Content.Text text
        ? text.buttons().stream().map(b -> new Button(b.id(), b.label())).toList()
        : List.of();
  }
}
