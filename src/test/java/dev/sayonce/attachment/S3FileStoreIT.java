package dev.sayonce.attachment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/** What goes over the wire to a bucket, and what is made of its answers. */
class S3FileStoreIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ThreadId THREAD = ThreadId.of(new Contact(Contact.WEB, "visitor"), 16);
  private static final String FOLDER =
      "/pictures/shop/kept/%02d/%s/".formatted(THREAD.partition(), THREAD);
  private static final String NAME = "abcdefgh-0123456789abcdef";
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=key/\\d{8}/eu-west-3/s3/aws4_request, .*Signature=[0-9a-f]{64}";

  @RegisterExtension
  static final WireMockExtension BUCKET =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  private S3FileStore store;

  @BeforeEach
  void connect() {
    var s3 =
        new FilesProperties.S3(
            "pictures", URI.create(BUCKET.baseUrl()), "eu-west-3", "key", "secret", true, "shop/");
    var client = new AttachmentConfiguration().s3Client(TestFiles.with(s3));
    store =
        new S3FileStore(
            client,
            s3,
            () -> folder.resolve(UUID.randomUUID().toString()),
            Schedulers.boundedElastic());
  }

  @Test
  void putsAContentUnderItsThread() throws IOException {
    BUCKET.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    var content = Files.write(folder.resolve("content"), SampleFiles.pdf());

    store.put(THREAD, NAME, content).block(PATIENCE);

    BUCKET.verify(
        putRequestedFor(urlPathEqualTo(FOLDER + NAME))
            .withHeader("Authorization", matching(SIGNED))
            .withRequestBody(containing("%PDF-1.7")));
  }

  @Test
  void failsWhereTheStoreRefuses() throws IOException {
    BUCKET.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));
    var content = Files.write(folder.resolve("content"), SampleFiles.pdf());

    assertThatThrownBy(() -> store.put(THREAD, NAME, content).block(PATIENCE))
        .hasMessageContaining("403");
  }

  @Test
  void opensWhatItPut() {
    BUCKET.stubFor(
        get(urlPathEqualTo(FOLDER + NAME)).willReturn(aResponse().withBody(SampleFiles.pdf())));

    var local = store.open(THREAD, NAME).block(PATIENCE);

    assertThat(local.isCopy()).isTrue();
    assertThat(local.path()).hasBinaryContent(SampleFiles.pdf());
  }

  @Test
  void whatIsNotThereIsNoFailure() {
    BUCKET.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withBody("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>")));

    assertThat(store.open(THREAD, NAME).blockOptional(PATIENCE)).isEmpty();
    assertThat(store.home().block(PATIENCE)).isEmpty();
  }

  @Test
  void listsPageByPage() {
    BUCKET.stubFor(
        get(urlPathEqualTo("/pictures"))
            .withQueryParam("prefix", equalTo("shop/kept/"))
            .willReturn(okXml(page("shop/kept" + key(NAME), "more"))));
    BUCKET.stubFor(
        get(urlPathEqualTo("/pictures"))
            .withQueryParam("continuation-token", equalTo("more"))
            .willReturn(okXml(page("shop/kept" + key(NAME + ".small"), ""))));

    var kept = store.all().collectList().block(PATIENCE);

    var since = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(kept)
        .containsExactly(
            new FileStore.Kept(THREAD, NAME, since),
            new FileStore.Kept(THREAD, NAME + ".small", since));
  }

  @Test
  void removesAThreadInOneStroke() {
    BUCKET.stubFor(
        get(urlPathEqualTo("/pictures")).willReturn(okXml(page("shop/kept" + key(NAME), ""))));
    BUCKET.stubFor(
        post(urlPathEqualTo("/pictures")).willReturn(okXml("<DeleteResult></DeleteResult>")));

    store.removeAll(THREAD).block(PATIENCE);

    BUCKET.verify(
        postRequestedFor(urlPathEqualTo("/pictures"))
            .withQueryParam("delete", matching(".*"))
            .withRequestBody(containing("<Key>shop/kept" + key(NAME) + "</Key>")));
  }

  @Test
  void tellsOfWhatTheStoreDidNotDelete() {
    BUCKET.stubFor(
        get(urlPathEqualTo("/pictures")).willReturn(okXml(page("shop/kept" + key(NAME), ""))));
    BUCKET.stubFor(
        post(urlPathEqualTo("/pictures"))
            .willReturn(
                okXml(
                    "<DeleteResult><Error><Key>x</Key><Code>AccessDenied</Code></Error>"
                        + "</DeleteResult>")));

    assertThatThrownBy(() -> store.removeAll(THREAD).block(PATIENCE))
        .hasMessageContaining("AccessDenied");
  }

  @Test
  void removesOne() {
    BUCKET.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

    store.remove(THREAD, NAME).block(PATIENCE);

    BUCKET.verify(deleteRequestedFor(urlPathEqualTo(FOLDER + NAME)));
  }

  private static String key(String name) {
    return "/%02d/%s/%s".formatted(THREAD.partition(), THREAD, name);
  }

  private static String page(String key, String next) {
    return """
        <ListBucketResult><IsTruncated>%s</IsTruncated>%s
        <Contents><Key>%s</Key><LastModified>2026-11-20T10:00:00.000Z</LastModified><Size>9</Size></Contents>
        </ListBucketResult>
        """
        .formatted(
            !next.isEmpty(),
            next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>",
            key);
  }
}
