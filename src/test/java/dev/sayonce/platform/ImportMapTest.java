package dev.sayonce.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ImportMapTest {

  /** The hash of {@code {"imports":{}}}, made with openssl. */
  private static final String HASH = " 'sha256-URrTy+Il/Nz0lHojVUx275hWqAWhkSF0VsHbUM4/6Hw='";

  @Test
  void hashesTheMapAndNothingElse() {
    assertThat(
            ImportMap.sources(
                """
                <script type="importmap">{"imports":{}}</script>
                <script type="module" src="page.js"></script>
                <script>alert(1)</script>
                """))
        .isEqualTo(HASH);
  }

  @Test
  void hashesLineEndsAsABrowserSeesThem() {
    assertThat(ImportMap.sources("<script type=importmap>{\r\n}</script>"))
        .isEqualTo(ImportMap.sources("<script type=importmap>{\n}</script>"));
  }

  @Test
  void aPageWithoutOneNeedsNoSource() {
    assertThat(ImportMap.sources("<p>hello</p>")).isEmpty();
    assertThat(ImportMap.sourcesIn("static/no-such-page.html")).isEmpty();
  }
}
