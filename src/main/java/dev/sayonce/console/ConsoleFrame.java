package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sayonce.handoff.Lookers.Looker;
import java.util.List;
import java.util.Optional;

/** What goes over the console's socket, in both directions; see {@code src/docs/console-api.md}. */
sealed interface ConsoleFrame {

  /** From the console. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Incoming.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Incoming.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = Incoming.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = Incoming.Pong.class, name = "pong")
  })
  sealed interface Incoming extends ConsoleFrame {
    record Open(String conversation, int after) implements Incoming {}

    record Leave(String conversation) implements Incoming {}

    /** A reply is being written, or a note, which is for colleagues alone. */
    record Typing(String conversation, Optional<Boolean> note) implements Incoming {}

    record Pong() implements Incoming {}
  }

  /** To the console. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Outgoing.Changed.class, name = "summary"),
    @JsonSubTypes.Type(value = Outgoing.Written.class, name = "entry"),
    @JsonSubTypes.Type(value = Outgoing.Types.class, name = "typing"),
    @JsonSubTypes.Type(value = Outgoing.Looking.class, name = "looking"),
    @JsonSubTypes.Type(value = Outgoing.Delivered.class, name = "delivery"),
    @JsonSubTypes.Type(value = Outgoing.Counted.class, name = "counts"),
    @JsonSubTypes.Type(value = Outgoing.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Outgoing.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = Outgoing.SignedOut.class, name = "signed-out")
  })
  sealed interface Outgoing extends ConsoleFrame {
    record Ready() implements Outgoing {}

    record Changed(Summary summary) implements Outgoing {}

    record Written(String conversation, int prev, Line entry) implements Outgoing {}

    /** Somebody is writing: the customer, or the colleague of that name. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Types(String conversation, String from, Optional<String> name) implements Outgoing {}

    /** The others who have the conversation open. */
    record Looking(String conversation, List<Looker> agents) implements Outgoing {}

    /** The way of a line to a pushed contact stands otherwise than before. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Delivered(String conversation, int n, String state, String why) implements Outgoing {}

    record Counted(Counts counts) implements Outgoing {}

    /** The conversation was erased at its customer's wish. */
    record Gone(String conversation) implements Outgoing {}

    record Ping() implements Outgoing {}

    record SignedOut() implements Outgoing {}
  }
}
