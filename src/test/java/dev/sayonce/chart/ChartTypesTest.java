package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster would take every object that the chart renders, and every word in it. */
class ChartTypesTest {

  /** Not Kubernetes' own and in no library: its fields are held by {@link ChartTest}. */
  private static final List<String> OF_OTHERS = List.of("ExternalSecret");

  static Stream<String> valueSets() {
    return Chart.valueSets();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void rendersWhatKubernetesKnows(String set) {
    var rendering = Chart.renderSet(set);
    var own = rendering.objects().stream().filter(o -> !OF_OTHERS.contains(Rendering.kind(o)));
    assertThat(own.flatMap(o -> StrictTypes.wrong(o).stream())).isEmpty();
    assertThat(rendering.names()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, readinesProbe: {}}]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {port: 8080}}",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: two}}",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, labels: {a: yes, b: 1}}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: a}, spec: {rules: [{timeout: {}}]}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {endpoint: []}}",
        "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: {name: a}, spec: {groups: [{name: a, rule: []}]}}",
        "{apiVersion: v1, kind: Nothing, metadata: {name: a}}"
      })
  void wouldFindWhatIsMisspelt(String object) {
    var rendering = Rendering.of(object);
    assertThat(StrictTypes.wrong(rendering.objects().getFirst())).isNotEmpty();
  }

  @Test
  void knowsEveryKindButThoseOfOthers() {
    var kinds =
        valueSets()
            .flatMap(s -> Chart.renderSet(s).objects().stream())
            .map(Rendering::kind)
            .distinct();
    assertThat(kinds)
        .contains(
            "Deployment",
            "StatefulSet",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "NetworkPolicy",
            "Ingress",
            "HTTPRoute",
            "ServiceMonitor",
            "PrometheusRule",
            "ExternalSecret");
  }
}
