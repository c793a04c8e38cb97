package dev.sayonce.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sayonce.image.Tar.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the image's file, where {@code -Pimage} has just made one. */
class ImageIT {

  private static final Path IMAGE = Path.of("target", "sayonce-image.tar");
  private static final String HOME = "opt/sayonce/";

  private static final Map<String, byte[]> BLOBS = new HashMap<>();
  private static JsonNode settings = JsonMapper.shared().createObjectNode();
  private static List<List<Entry>> layers = List.of();

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Files.exists(IMAGE), "no image has been built: mvn -Pimage");
    Tar.read(Files.newInputStream(IMAGE), _ -> true).forEach(e -> BLOBS.put(e.name(), e.content()));
    var index = JsonMapper.shared().readTree(BLOBS.get("index.json"));
    var manifest = blob(index.at("/manifests/0/digest"));
    settings = blob(manifest.at("/config/digest"));
    layers = manifest.path("layers").valueStream().map(l -> layer(l.path("digest"))).toList();
  }

  private static byte[] bytes(JsonNode digest) {
    return BLOBS.get("blobs/sha256/" + digest.asString().replace("sha256:", ""));
  }

  private static JsonNode blob(JsonNode digest) {
    return JsonMapper.shared().readTree(bytes(digest));
  }

  private static List<Entry> layer(JsonNode digest) {
    Predicate<String> small = name -> name.endsWith("sbom.json") || name.endsWith("passwd");
    try {
      return Tar.read(new GZIPInputStream(new ByteArrayInputStream(bytes(digest))), small);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> all() {
    return layers.stream().flatMap(List::stream).toList();
  }

  private static Entry file(String name) {
    return all().stream()
        .filter(e -> e.name().equals(name) && e.type() != '5')
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in the image"));
  }

  @Test
  void runsAsNobodyInParticular() {
    var config = settings.path("config");
    assertThat(config.path("User").asString()).isEqualTo("10001:10001");
    assertThat(file("etc/passwd").text()).startsWith("sayonce:x:10001:10001:");
    assertThat(config.path("WorkingDir").asString()).isEqualTo("/" + HOME.replaceAll("/$", ""));
    assertThat(settings.path("created").asString()).startsWith("1970-01-01");
  }

  @Test
  void saysWhatItIs() {
    var labels = settings.at("/config/Labels");
    for (var label : List.of("title", "description", "version", "licenses")) {
      assertThat(labels.path("org.opencontainers.image." + label).asString())
          .as(label)
          .isNotBlank()
          .doesNotContain("${");
    }
  }

  @Test
  void startsWhatIsInIt() {
    var words = settings.at("/config/Entrypoint").valueStream().map(JsonNode::asString).toList();
    assertThat(file(words.getFirst().substring(1)).mode() & 0111).isEqualTo(0111);
    assertThat(words).containsSubsequence("-jar", "/" + HOME + "sayonce.jar");
    file(HOME + "sayonce.jar");
    file("opt/java/lib/modules");
    assertThat(file("opt/java/lib/jspawnhelper").mode() & 0111).isEqualTo(0111);
  }

  @Test
  void laysWhatSeldomChangesFirst() {
    assertThat(layers).hasSize(4);
    assertThat(names(0))
        .anyMatch(n -> n.startsWith("opt/java/"))
        .noneMatch(n -> n.endsWith(".jar") && !n.contains("jrt-fs"));
    assertThat(names(1)).anyMatch(n -> n.startsWith(HOME + "lib/spring-core"));
    assertThat(names(2)).contains(HOME + "sayonce.jar", HOME + "flows/company.yaml");
  }

  private static List<String> names(int layer) {
    return layers.get(layer).stream().map(Entry::name).toList();
  }

  @Test
  void bringsAServerForTrialsAndAListOfItsParts() {
    assertThat(file(HOME + "bin/redis-server").mode() & 0111).isEqualTo(0111);
    var parts = JsonMapper.shared().readTree(file(HOME + "sbom.json").content());
    assertThat(parts.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(parts.path("components").valueStream().map(c -> c.path("name").asString()))
        .contains("spring-webflux", "lettuce-core", "embedded-redis");
  }

  @Test
  void givesNobodyMoreThanTheyNeed() {
    assertThat(all())
        .allSatisfy(
            e -> {
              assertThat(e.user()).as(e.name()).isZero();
              assertThat(e.mode() & 06000).as(e.name() + " sets no user").isZero();
            });
    var open =
        all().stream().filter(e -> (e.mode() & 0022) != 0).map(e -> e.name().replaceAll("/$", ""));
    assertThat(open.collect(Collectors.toSet())).containsExactlyInAnyOrder("tmp", "work");
  }

  @Test
  void knowsNoHourInWhichItWasMade() {
    assertThat(all()).allSatisfy(e -> assertThat(e.seconds()).as(e.name()).isBetween(0L, 1L));
  }
}
