package dev.sayonce.channel.telegram;

import dev.sayonce.attachment.Downloads;
import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.ConversationId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import reactor.core.publisher.Mono;

/** Sends one message of an entry: words, or a file from our store. */
final class PartSender {

  private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");
  private static final long LARGEST_PHOTO = 10_000_000;

  /** Bots may send no larger ones (core.telegram.org/bots/api#sending-files). */
  private static final long LARGEST = 50_000_000;

  private static final String TOO_LARGE = "file-too-large";

  private final Telegram telegram;
  private final Downloads downloads;

  PartSender(Telegram telegram, Downloads downloads) {
    this.telegram = telegram;
    this.downloads = downloads;
  }

  Mono<Reply> send(String chat, ConversationId conversation, Part part) {
    return switch (part) {
      case Part.Words words -> telegram.call(Messages.words(chat, words));
      case Part.File(var file, var caption) ->
          downloads
              .use(conversation, file, path -> send(chat, file, caption.orElse(""), path))
              .defaultIfEmpty(new Reply.Refused(410, "file-gone", Optional.empty()));
    };
  }

  private Mono<Reply> send(String chat, Attachment file, String caption, Path path) {
    if (file.size() > LARGEST) {
      return Mono.just(new Reply.Refused(413, TOO_LARGE, Optional.empty()));
    }
    var content = new InputFile(path.toFile(), file.name());
    var asDocument =
        Mono.defer(() -> telegram.send(c -> c.executeAsync(document(chat, caption, content))));
    return PHOTOS.contains(file.type()) && file.size() <= LARGEST_PHOTO
        ? telegram
            .send(c -> c.executeAsync(photo(chat, caption, content)))
            .flatMap(reply -> isNoPhoto(reply) ? asDocument : Mono.just(reply))
        : asDocument;
  }

  /** Of some pictures, as very long ones, Telegram makes no photo. */
  private static boolean isNoPhoto(Reply reply) {
    return reply instanceof Reply.Refused r && r.code() == 400 && r.why().contains("PHOTO");
  }

  private static SendPhoto photo(String chat, String caption, InputFile content) {
    return SendPhoto.builder().chatId(chat).photo(content).caption(caption).build();
  }

  private static SendDocument document(String chat, String caption, InputFile content) {
    return SendDocument.builder().chatId(chat).document(content).caption(caption).build();
  }
}
