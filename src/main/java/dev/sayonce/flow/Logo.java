package dev.sayonce.flow;

import java.util.Base64;

/**
 * The company's picture. It is a part of the flow set, so that every gateway serves the same.
 *
 * @param file its name beside company.yaml
 * @param base64 its content
 */
public record Logo(String file, Type type, String base64) {

  /** What it is by its content, whatever its name says. */
  public enum Type {
    PNG("image/png"),
    SVG("image/svg+xml");

    private final String mime;

    Type(String mime) {
      this.mime = mime;
    }

    public String mime() {
      return mime;
    }
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
