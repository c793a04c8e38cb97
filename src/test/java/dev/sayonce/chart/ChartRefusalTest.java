package dev.sayonce.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that can't work are refused before anything is changed, with words that help. */
class ChartRefusalTest {

  private static void refuses(String values, String words) {
    assertThatThrownBy(() -> Chart.renderAnew(values)).hasMessageContaining(words);
  }

  @Test
  void asksForARedisFirst() {
    refuses("replicas: 2", "Say which Redis keeps the conversations: --set redis.kind=bundled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "replica: 3 | 'replica' not allowed",
        "replicas: two | at '/replicas': got string, want integer",
        "replicas: 0 | at '/replicas': minimum: got 0, want 1",
        "redis: {kind: valkey} | at '/redis/kind': value must be one of",
        "redis: {kind: cluster, hosts: [redis]} | at '/redis/hosts/0'",
        "redis: {kind: bundled, partitions: 200} | maximum: got 200, want 100",
        "redis: {kind: bundled, bundled: {appendFsync: no}} | at '/redis/bundled/appendFsync'",
        "files: {largest: 500MB} | at '/files/largest'",
        "resources: {limits: {memory: plenty}} | at '/resources/limits/memory'",
        "telegram: {publicUrl: 'http://help.example.com'} | at '/telegram/publicUrl'",
        "secret: {values: {telegram-token: a}} | telegram-token",
        "image: {digest: abc} | at '/image/digest'",
        "web: {allowedOrigins: [www.example.com]} | at '/web/allowedOrigins/0'",
        "flows: {files: {../company.yaml: a}} | ../company.yaml",
        "autoscaling: {enabled: 'yes'} | at '/autoscaling/enabled': got string, want boolean"
      })
  void knowsWhichValueIsWrong(String values, String words) {
    refuses(values, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "redis: {kind: standalone} | name where it is, redis.hosts={host:port}",
        "redis: {kind: standalone, hosts: ['a:1', 'b:1']} | choose sentinel or cluster for several",
        "redis: {kind: bundled, hosts: ['a:1']} | a Redis of yours is described too",
        "redis: {kind: cluster, hosts: ['a:1'], database: 3} | A Redis Cluster has only the database 0",
        "redis: {kind: standalone, hosts: ['a:1'], password: a, passwordSecret: b} | keep passwordSecret",
        "redis: {kind: standalone, hosts: ['a:1'], username: a} | redis.username has no password",
        "redis: {kind: standalone, hosts: ['a:1'], authoritySecret: a} | redis.tls is false",
        "redis: {kind: standalone, hosts: ['a:1'], sentinelPasswordSecret: a} | for redis.kind=sentinel only",
        "files: {store: volume, volume: {accessMode: ReadWriteOnce}} | Several gateways can't share files",
        "files: {store: s3} | name the bucket, files.s3.bucket",
        "files: {s3: {bucket: abc}} | set files.store=s3",
        "telegram: {mode: webhook} | say where Telegram reaches the gateways",
        "secret: {existing: a, generate: [A]} | the chart makes none",
        "secret: {external: {store: a}} | say what the store calls the secret",
        "secret: {external: {store: a, key: b}, values: {A: b}} | fetches the whole Secret",
        "secret: {generate: [A], values: {A: b}} | keep one",
        "flows: {from: values} | company.yaml among them",
        "flows: {from: configMap} | name it, flows.configMap",
        "flows: {files: {company.yaml: a}} | set flows.from=values",
        "ingress: {enabled: true} | name the host that customers reach",
        "httpRoute: {enabled: true} | name the gateway that it hangs on",
        "autoscaling: {enabled: true, min: 5, max: 2} | autoscaling.max is smaller than autoscaling.min",
        "shutdown: {graceSeconds: 30} | an open turn could be cut off",
        "image: {tag: latest} | which is another image tomorrow"
      })
  void saysWhatContradictsWhat(String values, String words) {
    refuses(values.startsWith("redis:") ? values : Chart.TRIAL + values, words);
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> Chart.renderAnew("files: {store: s3}\nimage: {tag: latest}\n"))
        .hasMessageContaining("Say which Redis")
        .hasMessageContaining("name the bucket")
        .hasMessageContaining("another image tomorrow");
  }

  @Test
  void takesSeveralGatewaysWhereTheVolumeIsNamed() {
    var values =
        Chart.TRIAL
            + "files: {store: volume, volume: {existingClaim: shared, accessMode: ReadWriteOnce}}";
    assertThat(Chart.render(values).names())
        .doesNotContain("PersistentVolumeClaim/help-sayonce-files");
  }
}
