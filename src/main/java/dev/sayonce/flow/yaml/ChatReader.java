package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Chat;
import java.net.URI;
import java.net.URISyntaxException;

/** Binds what the company says in the web chat. */
final class ChatReader {

  private final Place place;
  private final Texts texts;

  ChatReader(Place place, Texts texts) {
    this.place = place;
    this.texts = texts;
  }

  Chat read() {
    return new Chat(
        place.find("teaser").map(texts::text),
        place.at("suggest").items().stream().map(Place::text).toList(),
        place.find("privacy").map(this::privacy),
        place.find("consent").map(c -> texts.text(c.at("text"))));
  }

  private Chat.Privacy privacy(Place privacy) {
    return new Chat.Privacy(
        texts.text(privacy.at("text")), privacy.find("link").map(ChatReader::link));
  }

  private static String link(Place link) {
    try {
      return new URI(link.text()).toString();
    } catch (URISyntaxException _) {
      link.problem("This is no link that a browser can open: copy it from the address bar.");
      return link.text();
    }
  }
}
