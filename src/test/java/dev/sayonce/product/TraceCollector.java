package dev.sayonce.product;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes traces as a collector does (OTLP over HTTP), and keeps them as they came. */
final class TraceCollector implements AutoCloseable {

  private final WireMockServer server;

  TraceCollector() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    server.stubFor(
        post(urlEqualTo("/v1/traces"))
            .willReturn(ok().withHeader("Content-Type", "application/x-protobuf")));
  }

  String url() {
    return "http://127.0.0.1:%d/v1/traces".formatted(server.port());
  }

  /** Everything that came, bytes read as letters. */
  String raw() {
    return server.getAllServeEvents().stream()
        .map(e -> new String(e.getRequest().getBody(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  List<Span> spans() {
    return server.getAllServeEvents().stream()
        .map(e -> parse(e.getRequest().getBody()))
        .flatMap(r -> r.getResourceSpansList().stream())
        .flatMap(r -> r.getScopeSpansList().stream())
        .flatMap(s -> s.getSpansList().stream())
        .toList();
  }

  private static ExportTraceServiceRequest parse(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The spans of one trace. */
  List<Span> trace(ByteString id) {
    return spans().stream().filter(s -> s.getTraceId().equals(id)).toList();
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  static Optional<String> attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(a -> a.getKey().equals(name))
        .map(KeyValue::getValue)
        .map(v -> v.getStringValue())
        .findFirst();
  }

  static double seconds(Span span) {
    return (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1e9;
  }

  @Override
  public void close() {
    server.stop();
  }
}
