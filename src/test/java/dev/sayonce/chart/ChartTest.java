package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the chart makes of the values that operators write. */
class ChartTest {

  @Test
  void isFoundGoodByHelm() {
    LintResult lint = Chart.lint();
    assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trial | redis://help-sayonce-redis:6379/0",
        "own-redis | rediss://redis.data.svc:6380/0",
        "sentinel | redis-sentinel://s0.data:26379,s1.data:26379,s2.data:26379/0#talks",
        "cluster | rediss://c0.data:6379,c1.data:6379"
      })
  void tellsTheGatewayWhereRedisIs(String set, String url) {
    assertThat(Chart.renderSet(set).settings().at("/sayonce/redis/url").asString()).isEqualTo(url);
  }

  @Test
  void takesRedissPasswordFromASecretAlone() {
    var env = container("own-redis").path("env");
    var password = Rendering.named(env, "SAYONCE_REDIS_PASSWORD").orElseThrow();
    assertThat(password.at("/valueFrom/secretKeyRef").toString())
        .contains("\"redis-login\"", "\"pass\"");
    assertThat(Chart.renderSet("own-redis").settings().at("/sayonce/redis/username").asString())
        .isEqualTo("sayonce");
    assertThat(Chart.renderSet("sentinel").get("Secret", "help-sayonce").at("/data").toString())
        .contains("SAYONCE_REDIS_PASSWORD");
    assertThat(Rendering.named(container("sentinel").path("env"), "SAYONCE_REDIS_SENTINELPASSWORD"))
        .isPresent();
  }

  @Test
  void trustsTheCertificatesThatAreNamed() {
    var set = Chart.renderSet("own-redis");
    assertThat(set.settings().at("/sayonce/redis/certificate-authority").asString())
        .isEqualTo("/etc/sayonce/redis/ca.pem");
    assertThat(Rendering.texts(container("own-redis").path("volumeMounts"), "mountPath"))
        .contains("/etc/sayonce/redis");
  }

  @Test
  void bundlesARedisThatKeepsEverything() {
    var trial = Chart.renderSet("trial");
    var secret = trial.get("Secret", "help-sayonce-redis").path("stringData");
    var password = secret.path("password").asString();
    assertThat(password).hasSize(40);
    assertThat(secret.path("redis.conf").asString().lines())
        .contains(
            "appendonly yes",
            "appendfsync always",
            "maxmemory-policy noeviction",
            "requirepass " + password);
    var set = trial.get("StatefulSet", "help-sayonce-redis");
    assertThat(set.at("/spec/volumeClaimTemplates/0/spec/resources/requests/storage").asString())
        .isEqualTo("2Gi");
    assertThat(set.at("/spec/template/spec/containers/0/image").asString())
        .as("the server that the gateway's image carries")
        .isEqualTo(container("trial").path("image").asString());
  }

  @Test
  void letsOnlyGatewaysReachTheBundledRedis() {
    var policy = Chart.renderSet("trial").get("NetworkPolicy", "help-sayonce-redis");
    assertThat(policy.at("/spec/ingress/0/from")).hasSize(1);
    assertThat(
            policy
                .at("/spec/ingress/0/from/0/podSelector/matchLabels")
                .path("app.kubernetes.io/component")
                .asString())
        .isEqualTo("gateway");
    assertThat(policy.at("/spec/egress")).isEmpty();
    assertThat(policy.at("/spec/policyTypes").toString()).contains("Egress");
  }

  @Test
  void letsGatewaysGoWhereTheyHaveTo() {
    assertThat(ports("own-redis")).containsExactlyInAnyOrder("53", "53", "6380", "443");
    assertThat(ports("sentinel")).contains("26379", "6379");
    assertThat(ports("growing")).contains("4318");
    assertThat(ports("bucket-behind-nginx")).contains("9000");
    assertThat(ports("everything-placed")).contains("8443").doesNotContain("443");
  }

  private static List<String> ports(String set) {
    var name = set.equals("everything-placed") ? "help-desk" : "help-sayonce";
    return Chart.renderSet(set)
        .get("NetworkPolicy", name)
        .at("/spec/egress")
        .valueStream()
        .flatMap(rule -> rule.path("ports").valueStream())
        .map(port -> port.path("port").asString())
        .toList();
  }

  @Test
  void keepsSocketsOpenBehindAProxy() {
    var annotations =
        Chart.renderSet("bucket-behind-nginx")
            .get("Ingress", "help-sayonce")
            .at("/metadata/annotations");
    assertThat(annotations.path("nginx.ingress.kubernetes.io/proxy-read-timeout").asString())
        .isEqualTo("3600");
    assertThat(annotations.path("nginx.ingress.kubernetes.io/proxy-body-size").asString())
        .as("a file of 20 MB and what is around it")
        .isEqualTo("21m");
    assertThat(annotations.has("cert-manager.io/cluster-issuer")).isTrue();
    var rule = Chart.renderSet("gateway-api").get("HTTPRoute", "help-sayonce").at("/spec/rules/0");
    assertThat(Rendering.texts(rule.path("matches"), "path", "value"))
        .containsExactly("/chat/socket", "/console/socket");
    assertThat(rule.at("/timeouts/request").asString()).isEqualTo("0s");
  }

  @Test
  void believesAProxyOnlyWhereThereIsOne() {
    assertThat(strategy("bucket-behind-nginx")).isEqualTo("framework");
    assertThat(strategy("gateway-api")).isEqualTo("framework");
    assertThat(strategy("trial")).isEmpty();
    assertThat(strategy("everything-placed")).isEmpty();
  }

  private static String strategy(String set) {
    return Chart.renderSet(set).settings().at("/server/forward-headers-strategy").asString("");
  }

  @Test
  void leavesTheirNumberToWhatScalesThem() {
    var growing = Chart.renderSet("growing");
    assertThat(growing.gateway().at("/spec").has("replicas")).isFalse();
    var metrics = growing.get("HorizontalPodAutoscaler", "help-sayonce").at("/spec/metrics");
    assertThat(metrics.at("/1/pods/metric/name").asString()).isEqualTo("sayonce_web_sockets");
    assertThat(Chart.renderSet("cluster").gateway().at("/spec/replicas").asInt()).isEqualTo(4);
  }

  @Test
  void protectsSeveralGatewaysAndNotOne() {
    assertThat(Chart.renderSet("trial").find("PodDisruptionBudget", "help-sayonce")).isPresent();
    assertThat(
            Chart.renderSet("one-gateway-one-volume").find("PodDisruptionBudget", "help-sayonce"))
        .as("it would only keep the node from being emptied")
        .isEmpty();
  }

  @Test
  void movesAVolumeThatOnlyOneCanHave() {
    assertThat(Chart.renderSet("one-gateway-one-volume").gateway().at("/spec/strategy/type"))
        .hasToString("\"Recreate\"");
    assertThat(Chart.renderSet("shared-volume").gateway().at("/spec/strategy/type"))
        .hasToString("\"RollingUpdate\"");
    assertThat(Chart.renderSet("shared-volume").settings().at("/sayonce/files/folder").asString())
        .isEqualTo("/files");
  }

  @Test
  void laysFilesOfTheCompanyWhereTheyBelong() {
    var own = Chart.renderSet("own-flows");
    var items = volume(own, "flows").at("/configMap/items");
    assertThat(Rendering.texts(items, "path"))
        .containsExactlyInAnyOrder("company.yaml", "answers/shop.yaml", "logo.svg");
    var data = own.get("ConfigMap", "help-sayonce-flows").path("data");
    assertThat(Rendering.texts(items, "key"))
        .containsExactlyInAnyOrderElementsOf(List.copyOf(data.propertyNames()));
    assertThat(own.settings().at("/sayonce/engine/flows").asString()).isEqualTo("/flows");
    var map = Chart.renderSet("own-flows-in-a-map");
    assertThat(volume(map, "flows").at("/configMap/name").asString()).isEqualTo("polanka-flows");
  }

  private static JsonNode volume(Rendering rendering, String name) {
    return Rendering.named(rendering.gateway().at("/spec/template/spec/volumes"), name)
        .orElseThrow();
  }

  @Test
  void fetchesTheSecretFromAStore() {
    var external = Chart.renderSet("growing").get("ExternalSecret", "help-sayonce").path("spec");
    assertThat(external.toString())
        .isEqualTo(
            "{\"refreshInterval\":\"1h\",\"secretStoreRef\":{\"name\":\"vault\",\"kind\":\"ClusterSecretStore\"},"
                + "\"target\":{\"name\":\"help-sayonce\",\"creationPolicy\":\"Owner\"},"
                + "\"dataFrom\":[{\"extract\":{\"key\":\"support/sayonce\"}}]}");
    assertThat(container("growing").at("/envFrom/0/secretRef/name").asString())
        .isEqualTo("help-sayonce");
    assertThat(container("gateway-api").at("/envFrom/0/secretRef/name").asString())
        .isEqualTo("sayonce-env");
  }

  @Test
  void bringsAlertsAndDashboards() {
    var growing = Chart.renderSet("growing");
    var rules =
        growing
            .get("PrometheusRule", "help-sayonce")
            .at("/spec/groups")
            .valueStream()
            .flatMap(g -> g.path("rules").valueStream())
            .toList();
    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.path("expr").asString()).isNotEmpty())
        .filteredOn(r -> r.has("alert"))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.at("/annotations/summary").asString()).isNotEmpty());
    var dashboards = growing.get("ConfigMap", "help-sayonce-dashboards");
    assertThat(dashboards.at("/metadata/labels/grafana_dashboard").asString()).isEqualTo("1");
    assertThat(dashboards.path("data"))
        .isNotEmpty()
        .allSatisfy(
            d -> assertThat(new YAMLMapper().readTree(d.asString()).path("panels")).isNotEmpty());
  }

  @Test
  void sendsTracesWhereACollectorIs() {
    assertThat(Chart.renderSet("growing").settings().at("/sayonce/tracing/endpoint").asString())
        .isEqualTo("http://collector.observability:4318/v1/traces");
    assertThat(Chart.renderSet("trial").settings().at("/sayonce/tracing").isMissingNode()).isTrue();
  }

  @Test
  void letsFreeSettingsWin() {
    var settings = Chart.renderSet("everything-placed").settings();
    assertThat(settings.at("/sayonce/redis/timeout").asString()).isEqualTo("5s");
    assertThat(settings.at("/sayonce/redis/partitions").asInt()).isEqualTo(16);
    assertThat(settings.path("management.endpoint.health.show-details").asString())
        .isEqualTo("always");
  }

  @Test
  void holdsATalkAsATest() {
    var pod = Chart.renderSet("everything-placed").get("Pod", "help-desk-talk");
    assertThat(pod.at("/metadata/annotations").path("was").asString()).isEqualTo("test");
    assertThat(pod.at("/spec/containers/0/args").valueStream().map(JsonNode::asString))
        .containsExactly("visit", "http://help-desk:80", "--say=how much is delivery");
    var policy = Chart.renderSet("everything-placed").get("NetworkPolicy", "help-desk");
    assertThat(policy.at("/spec/ingress/0/from").toString())
        .as("it may reach the gateways too")
        .contains("\"app.kubernetes.io/component\":\"test\"");
  }

  @Test
  void tellsTheOperatorWhatToDoNext() {
    assertThat(Chart.notes(Chart.TRIAL))
        .contains(
            "rollout status deployment/help-sayonce",
            "helm -n support test help",
            "The bundled Redis is one server",
            "Nobody can send files yet");
  }

  @Test
  void installsTheImageThatThisBuildMakes() {
    var version =
        Chart.read(Path.of("pom.xml"))
            .replaceAll(
                "(?s).*<artifactId>sayonce</artifactId>\\s*<version>(.*?)</version>.*", "$1");
    assertThat(container("trial").path("image").asString()).isEqualTo("sayonce:" + version);
  }

  /** Selectors can't be changed by an upgrade: they hold nothing that one changes. */
  @Test
  void findsItsPodsByWhatNeverChanges() {
    var gateway = Chart.renderSet("trial").gateway();
    assertThat(gateway.at("/spec/selector/matchLabels").propertyNames())
        .containsExactlyInAnyOrder(
            "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component");
  }

  @Test
  void keepsNamesWithinWhatKubernetesTakes() {
    var rendering = Chart.render(Chart.TRIAL + "fullnameOverride: " + "long-".repeat(12) + "end\n");
    assertThat(rendering.names())
        .map(n -> n.substring(n.indexOf('/') + 1))
        .allSatisfy(n -> assertThat(n).hasSizeLessThanOrEqualTo(63).doesNotContain("--"));
  }

  @Test
  void servesWhatItsServicesPointAt() {
    var wrong = new ArrayList<String>();
    Stream.of("trial", "everything-placed")
        .map(Chart::renderSet)
        .flatMap(r -> r.objects().stream())
        .filter(o -> Rendering.kind(o).equals("Service"))
        .flatMap(s -> s.at("/spec/ports").valueStream())
        .map(p -> p.path("targetPort").asString())
        .filter(p -> !List.of("http", "management", "redis").contains(p))
        .forEach(wrong::add);
    assertThat(wrong).isEmpty();
  }

  private static JsonNode container(String set) {
    return Chart.renderSet(set).gateway().at("/spec/template/spec/containers/0");
  }
}
