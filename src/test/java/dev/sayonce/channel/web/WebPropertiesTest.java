package dev.sayonce.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPropertiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://www.example.com", "http://localhost:8080", "https://*.example.com"})
  void takesOrigins(String origin) {
    assertThat(origin).matches(WebProperties.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*",
        "https://example.com/path",
        "https://example.com; script-src *",
        "https://example.com https://evil.example",
        "javascript:alert(1)",
        "'unsafe-inline'",
        ""
      })
  void refusesWhatWouldOpenThePolicy(String origin) {
    assertThat(origin).doesNotMatch(WebProperties.ORIGIN);
  }
}
