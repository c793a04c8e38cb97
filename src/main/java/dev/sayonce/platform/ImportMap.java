package dev.sayonce.platform;

import dev.sayonce.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The import maps in a page, the only scripts that stand in the page itself. */
final class ImportMap {

  private static final Pattern SCRIPT =
      Pattern.compile(
          "<script\\s[^>]*type=[\"']?importmap[\"']?[^>]*>(.*?)</script>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private ImportMap() {}

  /** The sources that a policy must allow for the page's import maps; none if there is no page. */
  static String sourcesIn(String page) {
    var resource = new ClassPathResource(page);
    if (!resource.exists()) {
      return "";
    }
    try {
      return sources(resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + page, e);
    }
  }

  /** Each with a leading space. A browser hashes the text after making its line ends plain. */
  static String sources(String html) {
    return SCRIPT
        .matcher(html.replace("\r\n", "\n"))
        .results()
        .map(found -> " 'sha256-" + base64(found.group(1)) + "'")
        .collect(Collectors.joining());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
