package dev.sayonce.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Handoff;
import dev.sayonce.conversation.Identity;
import dev.sayonce.conversation.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation as other systems read it; {@code src/docs/export.md} describes each field, and
 * what stands there only grows.
 *
 * @param current absent fields below are known of a thread's latest conversation alone
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ExportedCase(
    int format,
    String conversation,
    String thread,
    Instant began,
    Instant last,
    boolean current,
    Optional<String> status,
    Optional<String> language,
    Optional<List<Contact>> contacts,
    Optional<String> customer,
    Optional<Map<String, String>> facts,
    Optional<Needed> handoff,
    Optional<Integer> score,
    List<Line> entries) {

  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  /** Why and for which team a person was needed. */
  record Needed(String reason, String team, Instant since) {}

  /** A line of the transcript. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Line(
      int n,
      Instant at,
      String from,
      Optional<String> agent,
      boolean internal,
      String kind,
      Optional<String> text,
      Optional<String> code,
      Optional<Map<String, String>> details,
      Optional<FileOf> file) {

    static Line of(Entry entry) {
      var notice =
          entry.content() instanceof Content.Notice n
              ? Optional.of(n)
              : Optional.<Content.Notice>empty();
      return new Line(
          entry.number(),
          entry.at(),
          entry.author().word(),
          entry.author().agentName(),
          entry.isPrivate(),
          kind(entry.content()),
          entry.text(),
          notice.map(Content.Notice::code),
          notice.map(Content.Notice::details).filter(d -> !d.isEmpty()),
          entry.file().map(f -> new FileOf(f.id(), f.name(), f.type(), f.size(), f.digest())));
    }

    private static String kind(Content content) {
      return content.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  /** A file by its name and digest; its content is not in the export. */
  record FileOf(String id, String name, String type, long size, String sha256) {}

  /**
   * @param state of the thread
   */
  static ExportedCase of(ConversationId id, Optional<Conversation> state, List<Entry> entries) {
    var now = state.filter(c -> c.id().equals(id));
    return new ExportedCase(
        FORMAT,
        id.value(),
        id.thread().value(),
        entries.getFirst().at(),
        entries.getLast().at(),
        now.isPresent(),
        now.map(c -> c.mode().status().name().toLowerCase(Locale.ROOT)),
        now.map(c -> c.language().code()),
        now.map(Conversation::contacts),
        now.flatMap(Conversation::identity).map(Identity::customer),
        now.map(Conversation::slots),
        now.flatMap(Conversation::handoff).map(ExportedCase::needed),
        now.flatMap(Conversation::survey).map(Survey::score),
        entries.stream().map(Line::of).toList());
  }

  private static Needed needed(Handoff handoff) {
    return new Needed(handoff.reason().word(), handoff.team(), handoff.askedAt());
  }

  String json() {
    return JSON.writeValueAsString(this);
  }
}
