package dev.sayonce.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sayonce.conversation.Actor;
import dev.sayonce.conversation.Approval;
import dev.sayonce.conversation.Besides;
import dev.sayonce.conversation.Complaint;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Dialogue;
import dev.sayonce.conversation.Effect;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.FlowRun;
import dev.sayonce.conversation.Intent;
import dev.sayonce.conversation.Mode;
import dev.sayonce.conversation.Pending;
import dev.sayonce.conversation.ThreadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * How states, entries and effects are written down. A state carries the number of its format;
 * {@code src/test/resources/state} keeps samples of every format ever written, and all of them must
 * stay readable. The pure types know nothing of this.
 */
final class StateJson {

  /** The format written today. */
  static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Mode.class, Typed.class)
          .addMixIn(Dialogue.class, Typed.class)
          .addMixIn(Entry.Author.class, Typed.class)
          .addMixIn(Entry.Content.class, Typed.class)
          .addMixIn(Effect.class, Typed.class)
          .addMixIn(Actor.class, Typed.class)
          .addMixIn(Intent.class, IntentAsText.class)
          .addMixIn(Conversation.class, WithoutNothingBesides.class)
          .addMixIn(Dialogue.Asking.class, WithoutFreshRun.class)
          .addMixIn(Dialogue.Calling.class, WithoutFreshRun.class)
          .addMixIn(FlowRun.class, WithoutNothing.class)
          .addMixIn(Besides.class, WithoutNothing.class)
          .addMixIn(FlowRun.Answered.class, WithoutNothing.class)
          .addMixIn(ConversationId.class, AsText.class)
          .addMixIn(ThreadId.class, AsText.class)
          .addMixIn(Complaint.class, OnlyComponents.class)
          .registerSubtypes(
              new NamedType(Mode.WithBot.class, "bot"),
              new NamedType(Mode.Queued.class, "queued"),
              new NamedType(Mode.WithAgent.class, "agent"),
              new NamedType(Mode.Resolved.class, "resolved"),
              new NamedType(Mode.Abandoned.class, "abandoned"),
              new NamedType(Mode.Continued.class, "continued"),
              new NamedType(Dialogue.Idle.class, "idle"),
              new NamedType(Dialogue.Asking.class, "asking"),
              new NamedType(Dialogue.Clarifying.class, "clarifying"),
              new NamedType(Dialogue.Calling.class, "calling"),
              new NamedType(Entry.Author.Customer.class, "customer"),
              new NamedType(Entry.Author.Bot.class, "bot"),
              new NamedType(Entry.Author.System.class, "system"),
              new NamedType(Entry.Author.ByAgent.class, "agent"),
              new NamedType(Entry.Content.Text.class, "text"),
              new NamedType(Entry.Content.Pressed.class, "pressed"),
              new NamedType(Entry.Content.File.class, "file"),
              new NamedType(Entry.Content.Edited.class, "edited"),
              new NamedType(Entry.Content.Special.class, "special"),
              new NamedType(Entry.Content.Matched.class, "matched"),
              new NamedType(Entry.Content.Notice.class, "notice"),
              new NamedType(Effect.Deliver.class, "deliver"),
              new NamedType(Effect.Join.class, "join"),
              new NamedType(Effect.FindOwner.class, "find-owner"),
              new NamedType(Effect.CallAction.class, "call"),
              new NamedType(Actor.Bot.class, "bot"),
              new NamedType(Actor.ByAgent.class, "agent"),
              new NamedType(Actor.Approved.class, "approved"))
          .build();

  private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

  private StateJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
  private interface OnlyComponents {}

  private interface AsText {
    @JsonValue
    String value();
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private interface WithoutNothing {}

  private interface WithoutNothingBesides {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Set<String> guessed();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Contact> linked();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Pending> pending();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Approval> approvals();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Complaint> complaints();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingBesides.class)
    Besides besides();
  }

  private interface WithoutFreshRun {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = FreshRun.class)
    FlowRun run();
  }

  /** Equal to what need not be written. */
  private abstract static class Nothing {

    private final Object nothing;

    Nothing(Object nothing) {
      this.nothing = nothing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other == null || nothing.equals(other);
    }

    @Override
    public int hashCode() {
      return nothing.hashCode();
    }
  }

  private static final class FreshRun extends Nothing {
    FreshRun() {
      super(FlowRun.FRESH);
    }
  }

  private static final class NothingBesides extends Nothing {
    NothingBesides() {
      super(Besides.NONE);
    }
  }

  private abstract static class IntentAsText {
    @JsonValue
    public abstract String toString();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Intent parse(String words) {
      throw new UnsupportedOperationException("A mix-in is never called: " + words);
    }
  }

  static String write(Conversation conversation) {
    var node = MAPPER.<ObjectNode>valueToTree(conversation);
    node.put("format", FORMAT);
    return MAPPER.writeValueAsString(node);
  }

  /**
   * Reads a state of any known format; throws a {@link RuntimeException} of Jackson's or ours if it
   * can't.
   */
  static Conversation readConversation(String json) {
    var node = MAPPER.readTree(json);
    int format = node.path("format").asInt(0);
    if (format != FORMAT) {
      throw new IllegalStateException("Unknown format of a state: " + format);
    }
    return MAPPER.treeToValue(node, Conversation.class);
  }

  static String write(Entry entry) {
    return MAPPER.writeValueAsString(entry);
  }

  static Entry readEntry(String json) {
    return MAPPER.readValue(json, Entry.class);
  }

  static List<Entry> readEntries(String json) {
    return MAPPER.readValue(json, ENTRIES);
  }

  static String write(Effect effect) {
    return MAPPER.writeValueAsString(effect);
  }

  /**
   * With the trace of the turn that wants it, so that whoever does it later goes on with that one.
   */
  static String write(Effect effect, Optional<String> trace) {
    return trace
        .map(line -> MAPPER.<ObjectNode>valueToTree(effect).put("trace", line))
        .map(MAPPER::writeValueAsString)
        .orElseGet(() -> write(effect));
  }

  /** The trace that an effect belongs to, empty if it belongs to none. */
  static String traceOf(String effect) {
    return MAPPER.readTree(effect).path("trace").asString("");
  }

  static Effect readEffect(String json) {
    return MAPPER.readValue(json, Effect.class);
  }

  static String write(Delivery delivery) {
    return MAPPER.writeValueAsString(delivery);
  }

  static Delivery readDelivery(String json) {
    return MAPPER.readValue(json, Delivery.class);
  }

  static String write(AuditLine line) {
    return MAPPER.writeValueAsString(line);
  }

  static AuditLine readAuditLine(String json) {
    return MAPPER.readValue(json, AuditLine.class);
  }

  static String write(JournalLine line) {
    return MAPPER.writeValueAsString(line);
  }
}
