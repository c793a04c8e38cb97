package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an upgrade changes: pods start anew where they must, and are left alone where they may. */
class ChartUpgradeTest {

  private static final String BEFORE =
      """
      redis: {kind: standalone, hosts: ["redis:6379"], password: first}
      flows: {from: values, files: {company.yaml: "company: Polanka"}}
      secret: {values: {SAYONCE_TELEGRAM_TOKEN: one}}
      """;

  @AfterEach
  void forget() {
    Cluster.forget("help-sayonce");
    Cluster.forget("help-sayonce-redis");
  }

  private static JsonNode pod(String values) {
    return Chart.render(values).gateway().at("/spec/template");
  }

  @Test
  void changesNothingByItself() {
    assertThat(Chart.renderAnew(BEFORE).objects()).isEqualTo(Chart.renderAnew(BEFORE).objects());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas: 5",
        "disruption: {maxUnavailable: 2}",
        "service: {port: 8000}",
        "networkPolicy: {https: false}",
        "monitoring: {serviceMonitor: {enabled: true}}",
        "autoscaling: {enabled: true}",
        "test: {question: hello}"
      })
  void leavesPodsAloneThatNeedNothingNew(String change) {
    assertThat(pod(BEFORE + change)).isEqualTo(pod(BEFORE));
    assertThat(Chart.render(BEFORE + change).objects())
        .isNotEqualTo(Chart.render(BEFORE).objects());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "company: Polanka|company: Polana",
        "redis:6379|redis:6380",
        "first|second",
        "SAYONCE_TELEGRAM_TOKEN: one|SAYONCE_TELEGRAM_TOKEN: two",
        "redis: {|logging: {format: text}\nredis: {",
        "redis: {|settings: {sayonce.files.sweep: 2d}\nredis: {",
        "redis: {|image: {tag: 9.9.9}\nredis: {"
      })
  void startsPodsAnewThatReadSomethingElse(String change) {
    var parts = change.split("\\|");
    assertThat(BEFORE).contains(parts[0]);
    assertThat(pod(BEFORE.replace(parts[0], parts[1]))).isNotEqualTo(pod(BEFORE));
  }

  @Test
  void keepsWhatWasMadeAtRandom() {
    var values = Chart.TRIAL + "secret: {generate: [SAYONCE_IDENTITY_SECRET]}\n";
    var made = password(values);
    assertThat(password(values)).as("without a cluster each time another").isNotEqualTo(made);

    Cluster.holds("help-sayonce-redis", Map.of("password", base64(made)));
    Cluster.holds("help-sayonce", Map.of("SAYONCE_IDENTITY_SECRET", base64("kept")));
    assertThat(password(values)).isEqualTo(made);
    assertThat(Chart.renderAnew(values).get("Secret", "help-sayonce").at("/data").toString())
        .isEqualTo("{\"SAYONCE_IDENTITY_SECRET\":\"" + base64("kept") + "\"}");
  }

  @Test
  void startsNoPodAnewForWhatIsMadeAtRandom() {
    var one = Chart.renderAnew(Chart.TRIAL);
    var other = Chart.renderAnew(Chart.TRIAL);
    assertThat(one.objects()).isNotEqualTo(other.objects());
    assertThat(one.pods()).containsExactlyElementsOf(other.pods().toList());
  }

  private static String password(String values) {
    return Chart.renderAnew(values)
        .get("Secret", "help-sayonce-redis")
        .at("/stringData/password")
        .asString();
  }

  private static String base64(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }
}
