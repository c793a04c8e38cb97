package dev.sayonce.flow.yaml;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Where the pictures are that a company's files name. */
interface Pictures {

  /** The picture's first bytes, at most that many; empty if there is none of that name. */
  Optional<byte[]> picture(String name, int most);

  /** Those of a set that was kept, in Base64. */
  static Pictures keptIn(Map<String, String> sources) {
    return (name, _) -> Optional.ofNullable(sources.get(name)).flatMap(Pictures::decoded);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
