package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What every pod of the chart keeps to, whatever the values: the "restricted" standard of
 * Kubernetes, and what keeps a node and its neighbours safe.
 */
class ChartPolicyTest {

  static Stream<String> valueSets() {
    return Chart.valueSets();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void podsAreNobodyAndKnowNoToken(String set) {
    assertThat(Chart.renderSet(set).pods())
        .isNotEmpty()
        .allSatisfy(
            pod -> {
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.at("/securityContext/runAsUser").asInt()).isGreaterThan(9999);
              assertThat(pod.at("/securityContext/seccompProfile/type").asString())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
              assertThat(pod.propertyNames())
                  .doesNotContain("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace");
            });
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void containersCanChangeNothingButTheirVolumes(String set) {
    assertThat(Chart.renderSet(set).containers())
        .isNotEmpty()
        .allSatisfy(
            container -> {
              var context = container.path("securityContext");
              assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(context.path("privileged").asBoolean(true)).isFalse();
              assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(context.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
              assertThat(context.at("/capabilities/add").isMissingNode()).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void containersHaveLimitsAndAnImageThatStaysTheSame(String set) {
    assertThat(Chart.renderSet(set).containers())
        .allSatisfy(
            container -> {
              for (var which : new String[] {"requests", "limits"}) {
                for (var what : new String[] {"cpu", "memory"}) {
                  assertThat(container.at("/resources/" + which + "/" + what).asString())
                      .as(which + " of " + what)
                      .isNotEmpty();
                }
              }
              assertThat(container.path("image").asString())
                  .matches("[^@]+(:[^:/@]+|@sha256:[0-9a-f]{64})")
                  .doesNotEndWith(":latest");
            });
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void whatServesIsProbed(String set) {
    assertThat(Chart.renderSet(set).containers().filter(c -> c.has("ports")))
        .isNotEmpty()
        .allSatisfy(
            c ->
                assertThat(c.propertyNames())
                    .contains("startupProbe", "livenessProbe", "readinessProbe"));
    var gateway = gateway(set);
    assertThat(gateway.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/livez");
    assertThat(gateway.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/readyz");
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void volumesAreNeverTheNodes(String set) {
    assertThat(Chart.renderSet(set).pods().flatMap(p -> p.path("volumes").valueStream()))
        .isNotEmpty()
        .allSatisfy(v -> assertThat(v.has("hostPath")).isFalse())
        .filteredOn(v -> v.has("emptyDir"))
        .allSatisfy(v -> assertThat(v.at("/emptyDir/sizeLimit").asString()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void aTurnIsNeverCutOff(String set) {
    var pod = Chart.renderSet(set).gateway().at("/spec/template/spec");
    int grace = pod.path("terminationGracePeriodSeconds").asInt();
    int drain = gateway(set).at("/lifecycle/preStop/sleep/seconds").asInt();
    var phase = Chart.renderSet(set).settings().at("/spring/lifecycle/timeout-per-shutdown-phase");
    assertThat(drain).isPositive();
    assertThat(grace)
        .isGreaterThan(drain + 3 * Integer.parseInt(phase.asString().replace("s", "")));
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void noSecretStandsOutsideASecret(String set) {
    var open =
        Chart.renderSet(set).objects().stream()
            .filter(o -> !Rendering.kind(o).equals("Secret"))
            .map(JsonNode::toString);
    assertThat(open).noneMatch(o -> o.contains("very-secret") || o.contains("p@ss/word"));
  }

  private static JsonNode gateway(String set) {
    return Rendering.named(
            Chart.renderSet(set).gateway().at("/spec/template/spec/containers"), "gateway")
        .orElseThrow();
  }
}
