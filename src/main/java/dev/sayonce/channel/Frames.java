package dev.sayonce.channel;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what pages send. Whatever lacks something that a frame must have is no frame. */
public final class Frames {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

  private Frames() {}

  /** The frame, or empty if the text is none of that kind. */
  public static <F> Optional<F> read(String json, Class<F> kind) {
    try {
      return Optional.ofNullable(STRICT.readValue(json, kind));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
