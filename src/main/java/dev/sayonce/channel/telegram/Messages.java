package dev.sayonce.channel.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Puts words and buttons as Telegram's methods want them. */
final class Messages {

  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private Messages() {}

  static SendMessage words(String chat, Part.Words words) {
    var message =
        SendMessage.builder()
            .chatId(chat)
            .text(words.text())
            .linkPreviewOptions(NO_PREVIEW)
            .build();
    if (!words.buttons().isEmpty()) {
      message.setReplyMarkup(keyboard(words.buttons()));
    }
    return message;
  }

  static EditMessageText rewritten(String chat, long message, String text) {
    return EditMessageText.builder()
        .chatId(chat)
        .messageId((int) message)
        .text(text)
        .linkPreviewOptions(NO_PREVIEW)
        .build();
  }

  static DeleteMessage removed(String chat, long message) {
    return DeleteMessage.builder().chatId(chat).messageId((int) message).build();
  }

  /** One button a row: labels are whole phrases. */
  static InlineKeyboardMarkup keyboard(List<Part.Key> keys) {
    return new InlineKeyboardMarkup(
        keys.stream()
            .map(
                k ->
                    new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                            .text(k.label())
                            .callbackData(k.data())
                            .build()))
            .toList());
  }
}
