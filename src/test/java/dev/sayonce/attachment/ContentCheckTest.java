package dev.sayonce.attachment;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of content, taken for every type. */
class ContentCheckTest {

  private static final ContentCheck CHECK = new ContentCheck();
  private static final String HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>";

  @TempDir Path folder;

  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of(FileType.JPEG, SampleFiles.picture("jpeg", 4, 4)),
        Arguments.of(FileType.PNG, SampleFiles.picture("png", 4, 4)),
        Arguments.of(FileType.GIF, SampleFiles.picture("gif", 4, 4)),
        Arguments.of(FileType.WEBP, SampleFiles.webp()),
        Arguments.of(FileType.HEIC, SampleFiles.heic()),
        Arguments.of(FileType.PDF, SampleFiles.pdf()),
        Arguments.of(FileType.DOCX, SampleFiles.docx()),
        Arguments.of(FileType.XLSX, SampleFiles.xlsx()),
        Arguments.of(FileType.ODT, SampleFiles.openDocument(FileType.ODT)),
        Arguments.of(FileType.ODS, SampleFiles.openDocument(FileType.ODS)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWhatItIsAndNothingElse(FileType type, byte[] content) throws IOException {
    for (var claimed : FileType.values()) {
      assertThat(isA(claimed, content))
          .as("%s taken for %s", type, claimed)
          .isEqualTo(claimed == type);
    }
  }

  static Stream<byte[]> texts() {
    return Stream.of(
        "Zażółć gęślą jaźń; наименование;1,50\n".getBytes(UTF_8),
        "Zażółć gęślą jaźń\r\n".getBytes(Charset.forName("windows-1250")),
        "Добрый день, высылаю выписку.\r\n".getBytes(Charset.forName("windows-1251")),
        "Zażółć gęślą jaźń, с переводом".getBytes(UTF_16));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsTextInAnyCodePage(byte[] content) throws IOException {
    assertThat(isA(FileType.TEXT, content)).isTrue();
    assertThat(isA(FileType.CSV, content)).isTrue();
    assertThat(isA(FileType.PDF, content)).isFalse();
  }

  static Stream<Arguments> harmful() {
    var contents = new LinkedHashMap<String, byte[]>();
    contents.put("page", HTML.getBytes(UTF_8));
    contents.put(
        "drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>".getBytes(UTF_8));
    contents.put(
        "program", "MZ\u0090\0\u0003\0\0\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    contents.put("linux program", "\u007FELF\u0002\u0001\u0001\0\0\0".getBytes(UTF_8));
    contents.put("script", "#!/bin/sh\nrm -rf ~\n".getBytes(UTF_8));
    contents.put("archive", SampleFiles.zip("readme.txt"));
    contents.put("macros", SampleFiles.docx("word/vbaProject.bin"));
    contents.put(
        "open macros", SampleFiles.openDocument(FileType.ODT, "Basic/Standard/Module1.xml"));
    contents.put("half an archive", java.util.Arrays.copyOf(SampleFiles.docx(), 60));
    return contents.entrySet().stream()
        .map((Map.Entry<String, byte[]> e) -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmful")
  void passesForNothing(String what, byte[] content) throws IOException {
    for (var claimed : FileType.values()) {
      assertThat(isA(claimed, content)).as("%s taken for %s", what, claimed).isFalse();
    }
  }

  private boolean isA(FileType claimed, byte[] content) throws IOException {
    return CHECK.isA(claimed, Files.write(folder.resolve("content"), content));
  }
}
