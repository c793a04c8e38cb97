package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Understanding.Guess;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the transcript as agents see it: everything. */
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
    Optional<Map<String, Object>> notice) {

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

  static Line of(Entry entry) {
    return new Line(
        entry.number(),
        entry.at(),
        entry.author().word(),
        entry.author() instanceof Author.ByAgent(var agent)
            ? Optional.of(agent.name())
            : Optional.empty(),
        entry.isPrivate(),
        entry.text(),
        buttons(entry.content()),
        entry.content() instanceof Content.Pressed p
            ? Optional.of(new Chosen(p.entry(), p.option()))
            : Optional.empty(),
        entry.file().map(File::of),
        notice(entry.content()));
  }

  private static List<Button> buttons(Content content) {
    return content instanceof Content.Text text
        ? text.buttons().stream().map(b -> new Button(b.id(), b.label())).toList()
        : List.of();
  }

  private static Optional<Map<String, Object>> notice(Content content) {
    return switch (content) {
      case Content.Notice(var code, var details) -> {
        var all = new HashMap<String, Object>(details);
        all.put("code", code);
        yield Optional.of(all);
      }
      case Content.Matched(var outcome, var guesses) ->
          Optional.of(
              Map.of(
                  "code", "matched",
                  "outcome", Summary.word(outcome),
                  "intents", guesses.stream().map(Line::guess).toList()));
      case Content.Text _, Content.Pressed _, Content.File _ -> Optional.empty();
    };
  }

  private static Map<String, Object> guess(Guess guess) {
    return Map.of("id", guess.intent().toString(), "sure", guess.sure());
  }
}
