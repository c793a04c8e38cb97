package dev.sayonce.knowledge.meaning.onnx;

import dev.sayonce.knowledge.meaning.Meaning;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the list of English words that ships with the product: each word of the English model with
 * its vector, in few dimensions and bytes. Argument: the file to write.
 */
final class Distillation {

  /** Twice as many make the file twice as large and the ranking half a point better. */
  private static final int DIMENSIONS = 128;

  private static final int ROUNDS = 60;
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  /** Words of everyday talk with companies that the model has in parts only. */
  private static final String MORE = "more-english-words.txt";

  private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+");

  private Distillation() {}

  public static void main(String[] arguments) throws IOException {
    var words = words();
    var vectors = centred(vectors(words));
    var axes = axes(covariance(vectors));
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      out.writeInt(words.size());
      out.writeInt(DIMENSIONS);
      for (int i = 0; i < vectors.length; i++) {
        out.writeUTF(words.get(i));
        out.write(bytes(onto(axes, vectors[i])));
      }
    }
  }

  /** The whole words that the model knows, and what it puts together from parts of words. */
  private static List<String> words() throws IOException {
    return Stream.concat(known().stream(), more().stream()).distinct().toList();
  }

  private static List<String> more() throws IOException {
    try (InputStream words = Distillation.class.getResourceAsStream(MORE)) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The model's list begins with the commonest. */
  private static List<String> known() throws IOException {
    try (InputStream json = Distillation.class.getResourceAsStream(TOKENIZER)) {
      var vocabulary = JsonMapper.shared().readTree(json).path("model").path("vocab");
      return vocabulary.properties().stream()
          .filter(e -> WORD.matcher(e.getKey()).matches())
          .sorted(Comparator.comparingInt(e -> e.getValue().asInt()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private static float[][] vectors(List<String> words) {
    Meaning meaning = new OnnxSource().open(OnnxSource.ENGLISH).orElseThrow();
    return words.stream().map(meaning::vector).map(float[]::clone).toArray(float[][]::new);
  }

  private static float[][] centred(float[][] vectors) {
    var mean = new double[vectors[0].length];
    for (var vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    for (var vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        vector[d] -= (float) mean[d];
      }
    }
    return vectors;
  }

  private static double[][] covariance(float[][] vectors) {
    int size = vectors[0].length;
    var covariance = new double[size][size];
    for (var vector : vectors) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          covariance[a][b] += vector[a] * vector[b];
        }
      }
    }
    return covariance;
  }

  /**
   * Axes of the space that keeps most of the differences (principal components, by orthogonal
   * iteration: how the axes lie in that space makes no difference to a cosine).
   */
  private static double[][] axes(double[][] covariance) {
    var random = new Random(1);
    var axes = new double[DIMENSIONS][covariance.length];
    for (var axis : axes) {
      for (int d = 0; d < axis.length; d++) {
        axis[d] = random.nextGaussian();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < DIMENSIONS; i++) {
        axes[i] = turned(covariance, axes[i]);
      }
      makeOrthogonal(axes);
    }
    return axes;
  }

  private static double[] turned(double[][] by, double[] axis) {
    var turned = new double[axis.length];
    for (int d = 0; d < turned.length; d++) {
      turned[d] = dot(by[d], axis);
    }
    return turned;
  }

  private static void makeOrthogonal(double[][] axes) {
    for (int i = 0; i < axes.length; i++) {
      for (int j = 0; j < i; j++) {
        add(axes[i], -dot(axes[i], axes[j]), axes[j]);
      }
      double length = Math.sqrt(dot(axes[i], axes[i]));
      for (int d = 0; d < axes[i].length; d++) {
        axes[i][d] /= length;
      }
    }
  }

  private static void add(double[] to, double times, double[] other) {
    for (int d = 0; d < to.length; d++) {
      to[d] += times * other[d];
    }
  }

  private static double dot(double[] a, double[] b) {
    double dot = 0;
    for (int d = 0; d < a.length; d++) {
      dot += a[d] * b[d];
    }
    return dot;
  }

  private static double[] onto(double[][] axes, float[] vector) {
    var point = new double[axes.length];
    for (int i = 0; i < axes.length; i++) {
      for (int d = 0; d < vector.length; d++) {
        point[i] += axes[i][d] * vector[d];
      }
    }
    return point;
  }

  private static byte[] bytes(double[] point) {
    double most = 1e-9;
    for (double value : point) {
      most = Math.max(most, Math.abs(value));
    }
    var bytes = new byte[point.length];
    for (int i = 0; i < point.length; i++) {
      bytes[i] = (byte) Math.round(point[i] / most * Byte.MAX_VALUE);
    }
    return bytes;
  }
}
