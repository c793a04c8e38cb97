package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Special;
import dev.sayonce.channel.telegram.Incoming.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.polls.PollOption;

/**
 * Messages that are neither words nor files, put so that an agent of any language can read them.
 */
final class Specials {

  private Specials() {}

  static Optional<Incoming> of(Message m, Optional<String> caption) {
    return text(m)
        .map(
            s ->
                s instanceof Special(var kind, var text, _) ? new Special(kind, text, caption) : s);
  }

  private static Optional<Incoming> text(Message m) {
    if (m.hasSticker()) {
      return special("sticker", Objects.requireNonNullElse(m.getSticker().getEmoji(), ""));
    }
    if (m.getVenue() != null) {
      var v = m.getVenue();
      return special("venue", joined(v.getTitle(), v.getAddress()));
    }
    if (m.hasLocation()) {
      var l = m.getLocation();
      return special(
          "location", String.format(Locale.ROOT, "%.6f, %.6f", l.getLatitude(), l.getLongitude()));
    }
    if (m.hasContact()) {
      return contact(m, m.getContact());
    }
    return played(m);
  }

  private static Optional<Incoming> played(Message m) {
    if (m.hasPoll()) {
      var poll = m.getPoll();
      var options =
          poll.getOptions().stream().map(PollOption::getText).collect(Collectors.joining(" / "));
      return special("poll", joined(poll.getQuestion(), options));
    }
    if (m.hasDice()) {
      return special("dice", m.getDice().getEmoji() + " " + m.getDice().getValue());
    }
    return Optional.empty();
  }

  /** A customer who shares their own number answers the question for it. */
  private static Optional<Incoming> contact(Message m, Contact c) {
    boolean isOwn = m.getFrom() != null && Objects.equals(m.getFrom().getId(), c.getUserId());
    return isOwn
        ? Optional.of(new Words(c.getPhoneNumber(), Optional.empty()))
        : special("contact", joined(joined(c.getFirstName(), c.getLastName()), c.getPhoneNumber()));
  }

  private static Optional<Incoming> special(String kind, String text) {
    return Optional.of(new Special(kind, text, Optional.empty()));
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(p -> p != null && !p.isBlank())
        .collect(Collectors.joining(", "));
  }
}
