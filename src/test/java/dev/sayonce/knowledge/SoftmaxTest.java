package dev.sayonce.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

  private static final float[][] CENTRES = {{1, 0, 0, 5}, {0, 1, 0, 5}, {0, 0, 1, 5}};

  private final Random random = new Random(7);

  private float[] near(int label) {
    var point = CENTRES[label].clone();
    for (int d = 0; d < point.length; d++) {
      point[d] += (float) (0.1 * random.nextGaussian());
    }
    return point;
  }

  private Softmax trained() {
    var points = new ArrayList<float[]>();
    var labels = new int[60];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % CENTRES.length;
      points.add(near(labels[i]));
    }
    return Softmax.train(points, labels, CENTRES.length, 100);
  }

  @Test
  void tellsClassesApart() {
    var softmax = trained();
    for (int label = 0; label < CENTRES.length; label++) {
      var shares = softmax.shares(near(label));
      assertThat(shares[label]).isGreaterThan(0.8f);
      assertThat(shares[0] + shares[1] + shares[2]).isBetween(0.999f, 1.001f);
    }
  }

  @Test
  void isUnsureBetweenClasses() {
    var shares = trained().shares(new float[] {0.5f, 0.5f, 0, 5});
    assertThat(shares[0]).isBetween(0.2f, 0.8f);
    assertThat(shares[2]).isLessThan(shares[1]);
  }

  @Test
  void learnsTheSameFromTheSame() {
    var points = List.of(new float[] {1, 0}, new float[] {0, 1});
    var one = Softmax.train(points, new int[] {0, 1}, 2, 100).shares(new float[] {1, 0.2f});
    var other = Softmax.train(points, new int[] {0, 1}, 2, 100).shares(new float[] {1, 0.2f});
    assertThat(one).isEqualTo(other);
  }

  @Test
  void canDoWithNothingOrAllTheSame() {
    assertThat(Softmax.train(List.of(), new int[0], 2, 100).shares(new float[0])).isEmpty();
    var same = List.of(new float[] {1, 1}, new float[] {1, 1});
    assertThat(Softmax.train(same, new int[] {0, 1}, 2, 100).shares(new float[] {3, 1}))
        .containsExactly(0.5f, 0.5f);
  }
}
