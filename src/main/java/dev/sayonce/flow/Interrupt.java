package dev.sayonce.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer may want at any moment, whatever the bot is asking. */
public enum Interrupt {
  /** A human being. */
  PERSON,
  /** To complain. */
  COMPLAINT,
  /** To agree to the outcome that was proposed for a complaint. */
  COMPLAINT_ACCEPT,
  /** To say that it does not settle the complaint. */
  COMPLAINT_DISPUTE,
  /** To open a complaint again. */
  COMPLAINT_REOPEN,
  /** To leave the process. */
  CANCEL,
  /** The question before this one, to answer it anew. */
  BACK,
  /** The same words again. */
  REPEAT,
  /** The process from its beginning. */
  START_OVER,
  /** Another language. */
  LANGUAGE,
  /** To be told what the bot can do. */
  HELP,
  /** To say that the answer was not what was asked for. */
  NOT_THAT;

  /** Its name in {@code interrupts.yaml}: lower case, hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The inverse of {@link #key}. */
  public static Optional<Interrupt> of(String key) {
    return Stream.of(values()).filter(i -> i.key().equals(key)).findFirst();
  }

  /** True for what only counts where a complaint waits for it. */
  public boolean isAboutComplaint() {
    return switch (this) {
      case COMPLAINT, COMPLAINT_ACCEPT, COMPLAINT_DISPUTE, COMPLAINT_REOPEN -> true;
      case PERSON, CANCEL, BACK, REPEAT, START_OVER, LANGUAGE, HELP, NOT_THAT -> false;
    };
  }

  /** The flow that it begins, for those that are flows and understood as flows are. */
  public Optional<String> flow() {
    return switch (this) {
      case PERSON -> Optional.of(Flow.PERSON);
      case COMPLAINT -> Optional.of(Flow.COMPLAINT);
      case COMPLAINT_ACCEPT,
          COMPLAINT_DISPUTE,
          COMPLAINT_REOPEN,
          CANCEL,
          BACK,
          REPEAT,
          START_OVER,
          LANGUAGE,
          HELP,
          NOT_THAT ->
          Optional.empty();
    };
  }
}
