package dev.sayonce.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FilesPropertiesTest {

  @EnableConfigurationProperties(FilesProperties.class)
  static class Holder {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Holder.class);

  @Test
  void takesByDefaultWhatCustomersSend() {
    runner.run(
        context -> {
          var files = context.getBean(FilesProperties.class);
          assertThat(files.enabled()).isTrue();
          assertThat(files.largest().toMegabytes()).isEqualTo(10);
          assertThat(files.takes(FileType.JPEG)).isTrue();
          assertThat(files.takes(FileType.ODS)).isTrue();
          assertThat(files.takes(FileType.HEIC)).isFalse();
          assertThat(files.s3().isNamed()).isFalse();
          assertThat(FileLimits.of(files)).isPresent();
        });
  }

  @Test
  void readsABucket() {
    runner
        .withPropertyValues(
            "sayonce.files.s3.bucket=shop",
            "sayonce.files.s3.endpoint=http://minio:9000",
            "sayonce.files.s3.access-key=key",
            "sayonce.files.s3.secret-key=secret")
        .run(
            context -> {
              var s3 = context.getBean(FilesProperties.class).s3();
              assertThat(s3.isNamed()).isTrue();
              assertThat(s3.endpoint()).isEqualTo(URI.create("http://minio:9000"));
              assertThat(s3.toString()).doesNotContain("secret");
            });
  }

  @Test
  void offersNothingWhereFilesAreOff() {
    runner
        .withPropertyValues("sayonce.files.enabled=false")
        .run(c -> assertThat(FileLimits.of(c.getBean(FilesProperties.class))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types=image/jpeg,text/html",
        "types=image/svg+xml",
        "types=application/zip",
        "largest=10",
        "largest=1GB",
        "per-hour.count=0",
        "most-at-once=0",
        "s3.access-key=alone",
      })
  void refusesToStartWithWhatMakesNoSense(String setting) {
    runner
        .withPropertyValues("sayonce.files." + setting)
        .run(context -> assertThat(context).hasFailed());
  }
}
