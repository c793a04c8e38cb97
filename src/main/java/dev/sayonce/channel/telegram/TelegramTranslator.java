package dev.sayonce.channel.telegram;

import dev.sayonce.channel.telegram.Incoming.Command;
import dev.sayonce.channel.telegram.Incoming.Edited;
import dev.sayonce.channel.telegram.Incoming.InCompany;
import dev.sayonce.channel.telegram.Incoming.Media;
import dev.sayonce.channel.telegram.Incoming.Nothing;
import dev.sayonce.channel.telegram.Incoming.Pressed;
import dev.sayonce.channel.telegram.Incoming.Reachable;
import dev.sayonce.channel.telegram.Incoming.Special;
import dev.sayonce.channel.telegram.Incoming.Words;
import dev.sayonce.flow.Language;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** From what Telegram sends to what it means, without I/O. */
final class TelegramTranslator {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-.*)?");
  private static final Pattern COMMAND =
      Pattern.compile("/([a-z]{1,32})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final int LONGEST_QUOTE = 200;

  private TelegramTranslator() {}

  static Received translate(Update update) {
    long id = update.getUpdateId();
    if (update.getMessage() != null) {
      var message = update.getMessage();
      return received(id, message, message(message));
    }
    if (update.getEditedMessage() != null) {
      var message = update.getEditedMessage();
      return received(id, message, edited(message));
    }
    if (update.getCallbackQuery() != null) {
      return pressed(id, update.getCallbackQuery());
    }
    if (update.getMyChatMember() != null) {
      return member(id, update.getMyChatMember());
    }
    return new Received(id, chatOfOther(update), 0, Optional.empty(), other(update));
  }

  private static Received received(long id, Message message, Incoming what) {
    return new Received(
        id,
        message.getChatId(),
        message.getMessageId() == null ? 0 : message.getMessageId(),
        language(message.getFrom()),
        message.isUserMessage() ? what : inCompany(message));
  }

  /** What happens in a group of itself, like somebody's coming, needs no answer. */
  private static Incoming inCompany(Message message) {
    return message.hasText() || message.hasCaption() ? new InCompany() : new Nothing("in a group");
  }

  private static long chatOfOther(Update update) {
    return update.getChannelPost() == null ? 0 : update.getChannelPost().getChatId();
  }

  private static Incoming other(Update update) {
    return update.getChannelPost() == null ? new Nothing("of no kind we ask for") : new InCompany();
  }

  static Optional<Language> language(@Nullable User user) {
    return Optional.ofNullable(user)
        .map(User::getLanguageCode)
        .map(code -> code.toLowerCase(Locale.ROOT))
        .filter(code -> LANGUAGE.matcher(code).matches())
        .map(code -> new Language(code.substring(0, 2)));
  }

  private static Received pressed(long id, CallbackQuery query) {
    var message = query.getMessage();
    var data = query.getData();
    long chat = message == null ? query.getFrom().getId() : message.getChatId();
    int number = message == null ? 0 : message.getMessageId();
    var what =
        data == null
            ? new Nothing("a button without data")
            : new Pressed(query.getId(), number, data);
    return new Received(id, chat, number, language(query.getFrom()), what);
  }

  private static Received member(long id, ChatMemberUpdated change) {
    var chat = change.getChat();
    var status = change.getNewChatMember() == null ? "" : change.getNewChatMember().getStatus();
    return new Received(
        id,
        chat.getId(),
        0,
        language(change.getFrom()),
        chat.isUserChat()
            ? new Reachable(!status.equals("kicked"))
            : new Nothing("membership in a group"));
  }

  private static Incoming edited(Message message) {
    return text(message).<Incoming>map(Edited::new).orElseGet(() -> new Nothing("no words edited"));
  }

  private static Optional<String> text(Message message) {
    return Optional.ofNullable(message.getText()).or(() -> caption(message));
  }

  private static Optional<String> caption(Message message) {
    return Optional.ofNullable(message.getCaption()).filter(c -> !c.isBlank());
  }

  private static Incoming message(Message message) {
    var text = message.getText();
    if (text != null && !text.isBlank()) {
      return words(message, text);
    }
    return media(message)
        .<Incoming>map(m -> m)
        .or(() -> Specials.of(message, caption(message)))
        .orElseGet(() -> service(message));
  }

  private static Incoming words(Message message, String text) {
    var command = COMMAND.matcher(text.strip());
    if (command.matches()) {
      var argument = command.group(2) == null ? "" : command.group(2).strip();
      return new Command(command.group(1), argument);
    }
    return new Words(text, quoted(message));
  }

  private static Optional<String> quoted(Message message) {
    return Optional.ofNullable(message.getReplyToMessage())
        .flatMap(TelegramTranslator::text)
        .map(t -> t.length() > LONGEST_QUOTE ? t.substring(0, LONGEST_QUOTE) + "…" : t);
  }

  private static Optional<Media> media(Message m) {
    if (m.hasPhoto()) {
      return m.getPhoto().stream()
          .max(Comparator.comparingInt(p -> p.getWidth() * p.getHeight()))
          .map(p -> photo(m, p));
    }
    if (m.hasAnimation()) { // comes with a document of the same file
      var a = m.getAnimation();
      return media(
          m, "animation", a.getFileId(), a.getFileName(), a.getMimeType(), a.getFileSize());
    }
    if (m.hasDocument()) {
      var d = m.getDocument();
      return media(m, "document", d.getFileId(), d.getFileName(), d.getMimeType(), d.getFileSize());
    }
    return recorded(m);
  }

  private static Optional<Media> recorded(Message m) {
    if (m.hasVoice()) {
      var v = m.getVoice();
      return media(m, "voice", v.getFileId(), null, v.getMimeType(), v.getFileSize());
    }
    if (m.hasAudio()) {
      var a = m.getAudio();
      return media(m, "audio", a.getFileId(), a.getFileName(), a.getMimeType(), a.getFileSize());
    }
    if (m.hasVideo()) {
      var v = m.getVideo();
      return media(m, "video", v.getFileId(), v.getFileName(), v.getMimeType(), v.getFileSize());
    }
    if (m.hasVideoNote()) {
      var v = m.getVideoNote();
      var size = v.getFileSize() == null ? null : v.getFileSize().longValue();
      return media(m, "video-note", v.getFileId(), null, "video/mp4", size);
    }
    return Optional.empty();
  }

  private static Media photo(Message m, PhotoSize p) {
    long size = p.getFileSize() == null ? 0 : p.getFileSize();
    return new Media("photo", p.getFileId(), "", "image/jpeg", size, caption(m), album(m));
  }

  private static Optional<Media> media(
      Message m,
      String kind,
      String file,
      @Nullable String name,
      @Nullable String type,
      @Nullable Long size) {
    return Optional.of(
        new Media(
            kind,
            file,
            name == null ? "" : name,
            type == null ? "" : type,
            size == null ? 0 : size,
            caption(m),
            album(m)));
  }

  private static Optional<String> album(Message m) {
    return Optional.ofNullable(m.getMediaGroupId());
  }

  /** Notes of Telegram's own, like a pinned message, are none of the customer's doing. */
  private static Incoming service(Message m) {
    boolean isNote =
        m.getPinnedMessage() != null
            || m.getMessageAutoDeleteTimerChanged() != null
            || m.getWriteAccessAllowed() != null;
    return isNote ? new Nothing("a note of Telegram's") : new Special("unknown", "", caption(m));
  }
}
