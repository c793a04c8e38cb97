package dev.sayonce.channel.web;

import dev.sayonce.attachment.FileLimits;
import dev.sayonce.channel.OtherChannel;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Author;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.Event;
import dev.sayonce.conversation.Mode;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Between frames and the core, without I/O: a frame becomes an event, a public entry becomes a
 * frame.
 */
final class Translator {

  private static final int PROTOCOL = 1;
  static final int LONGEST_TEXT = 4000;

  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9:_-]{1,80}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final String SOURCE = "web:";

  private Translator() {}

  /** An event, or the reason why there is none. */
  sealed interface Heard {
    record Understood(String id, Event event) implements Heard {}

    record NotUnderstood(Optional<String> id, String reason) implements Heard {}
  }

  static Heard hear(ClientFrame.Say frame, Contact contact, Optional<Language> hint, Instant now) {
    if (!isId(frame.id()) || frame.text().isBlank()) {
      return malformed(frame.id());
    }
    return frame.text().length() > LONGEST_TEXT
        ? new Heard.NotUnderstood(Optional.of(frame.id()), "too-long")
        : understood(
            frame.id(),
            new Event.CustomerSaid(
                SOURCE + frame.id(), now, contact, hint, frame.text(), frame.suggestion()));
  }

  static Heard hear(
      ClientFrame.Choose frame, Contact contact, Optional<Language> hint, Instant now) {
    boolean sound =
        isId(frame.id())
            && ConversationId.isConversationId(frame.conversation())
            && OPTION.matcher(frame.option()).matches();
    return sound
        ? understood(
            frame.id(),
            new Event.CustomerChose(
                SOURCE + frame.id(),
                now,
                contact,
                hint,
                new ConversationId(frame.conversation()),
                frame.entry(),
                frame.option()))
        : malformed(frame.id());
  }

  static Heard hear(
      ClientFrame.Switch frame, Contact contact, Optional<Language> hint, Instant now) {
    var language = language(frame.language());
    return isId(frame.id()) && language.isPresent()
        ? understood(
            frame.id(),
            new Event.CustomerSwitchedLanguage(
                SOURCE + frame.id(), now, contact, hint, language.get()))
        : malformed(frame.id());
  }

  static Heard hear(
      ClientFrame.Consent frame, Contact contact, Optional<Language> hint, Instant now) {
    return isId(frame.id())
        ? understood(
            frame.id(), new Event.CustomerConsented(SOURCE + frame.id(), now, contact, hint))
        : malformed(frame.id());
  }

  static Heard hear(ClientFrame.End frame, Contact contact, Optional<Language> hint, Instant now) {
    return isId(frame.id())
        ? understood(frame.id(), new Event.CustomerEnded(SOURCE + frame.id(), now, contact, hint))
        : malformed(frame.id());
  }

  /** The event of a file that the page sends under that id. */
  static Event sent(
      String id, Instant now, Contact contact, Optional<Language> hint, Attachment file) {
    return new Event.CustomerSentFile(event(id), now, contact, hint, file);
  }

  /** The id of the event that a page's id stands for. */
  static String event(String id) {
    return SOURCE + id;
  }

  static Optional<Language> language(String code) {
    var two = code.length() < 2 ? code : code.substring(0, 2).toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(two).matches() ? Optional.of(new Language(two)) : Optional.empty();
  }

  static boolean isId(String id) {
    return CLIENT_ID.matcher(id).matches();
  }

  private static Heard understood(String id, Event event) {
    return new Heard.Understood(id, event);
  }

  private static Heard malformed(String id) {
    return new Heard.NotUnderstood(isId(id) ? Optional.of(id) : Optional.empty(), "malformed");
  }

  /** The first frame: who we are and what may be done here. */
  static ServerFrame.Welcome welcome(
      Visitor who,
      Optional<Language> hint,
      FlowSet flows,
      Optional<FileLimits> files,
      Optional<OtherChannel> elsewhere) {
    var company = flows.company();
    var chat = company.chat();
    return new ServerFrame.Welcome(
        PROTOCOL,
        who.token(),
        hint.filter(company.languages()::contains).orElse(company.defaultLanguage()).code(),
        company.languages().stream().map(Language::code).toList(),
        company.name(),
        company.greeting(),
        company.look().brand(),
        company.look().logo().isPresent(),
        chat.suggest().stream().flatMap(id -> suggestion(id, flows).stream()).toList(),
        suggestion(Flow.COMPLAINT, flows),
        chat.privacy().map(p -> new ServerFrame.Privacy(p.text(), p.link())),
        chat.consent().map(ServerFrame.Consent::new),
        files,
        elsewhere.map(OtherChannel::name).map(ServerFrame.Elsewhere::new),
        who.signedIn().map(s -> new ServerFrame.Customer(s.identity().name().orElse(""))));
  }

  private static Optional<ServerFrame.Suggestion> suggestion(String id, FlowSet flows) {
    return flows.question(id).map(label -> new ServerFrame.Suggestion(id, label));
  }

  /** The frame of a public entry. */
  static ServerFrame.Line line(ConversationId conversation, Entry entry) {
    return new ServerFrame.Line(
        conversation.value(),
        entry.number(),
        entry.prev(),
        entry.at(),
        entry.author().word(),
        entry.author() instanceof Author.ByAgent(var agent)
            ? Optional.of(agent.name())
            : Optional.empty(),
        entry.text().orElse(""),
        options(entry.content()),
        clientId(entry),
        entry.content() instanceof Content.Pressed p
            ? Optional.of(new ServerFrame.Chosen(p.entry(), p.option()))
            : Optional.empty(),
        entry.file().map(ServerFrame.File::of));
  }

  private static List<ServerFrame.Option> options(Content content) {
    return content instanceof Content.Text text
        ? text.buttons().stream().map(b -> new ServerFrame.Option(b.id(), b.label())).toList()
        : List.of();
  }

  private static Optional<String> clientId(Entry entry) {
    return entry.author() instanceof Author.Customer && entry.event().startsWith(SOURCE)
        ? Optional.of(entry.event().substring(SOURCE.length()))
        : Optional.empty();
  }

  /** Where a customer stands in a conversation. */
  static ServerFrame.Standing standing(Conversation conversation, Optional<Integer> position) {
    return new ServerFrame.Standing(
        Optional.of(conversation.id().value()),
        conversation.mode().status().name().toLowerCase(Locale.ROOT),
        conversation.mode() instanceof Mode.Queued ? position : Optional.empty(),
        conversation.mode() instanceof Mode.WithAgent a
            ? Optional.of(a.agent().name())
            : Optional.empty(),
        conversation.language().code(),
        conversation.linked().stream()
            .map(Contact::channel)
            .filter(c -> !c.equals(Contact.WEB))
            .distinct()
            .toList());
  }
}
