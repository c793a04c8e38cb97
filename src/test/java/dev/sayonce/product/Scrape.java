package dev.sayonce.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a gateway tells Prometheus at one moment. */
record Scrape(List<Sample> samples) {

  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  record Sample(String name, Map<String, String> labels, double value) {}

  static Scrape of(int port) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
      if (answer.statusCode() != 200) {
        throw new AssertionError("Prometheus gets " + answer.statusCode());
      }
      return parse(answer.body());
    }
  }

  static Scrape parse(String text) {
    return new Scrape(
        text.lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(Scrape::sample)
            .toList());
  }

  private static Sample sample(String line) {
    var found = LINE.matcher(line);
    if (!found.matches()) {
      throw new AssertionError("No sample: " + line);
    }
    var labels = new HashMap<String, String>();
    if (found.group(2) != null) {
      LABEL.matcher(found.group(2)).results().forEach(r -> labels.put(r.group(1), r.group(2)));
    }
    return new Sample(found.group(1), labels, Double.parseDouble(found.group(3)));
  }

  /** The sum of all samples of that name that carry the labels, given as name, value, name, … */
  double sum(String name, String... labels) {
    return samples.stream()
        .filter(s -> s.name().equals(name) && has(s, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean has(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  boolean has(String name) {
    return samples.stream().anyMatch(s -> s.name().equals(name));
  }

  /** All labels that samples of that name carry. */
  Set<String> labels(String name) {
    var all = new HashSet<String>();
    samples.stream()
        .filter(s -> s.name().equals(name))
        .forEach(s -> all.addAll(s.labels().keySet()));
    return all;
  }

  /** A port for the figures. */
  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
