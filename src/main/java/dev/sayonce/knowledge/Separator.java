package dev.sayonce.knowledge;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;

/**
 * Tells classes apart: logistic regression, one class against the rest. Trained twice on the same
 * it gives the same.
 */
final class Separator {

  private static final double PRECISION = 0.1;
  private static final long SEED = 1;

  static {
    Linear.disableDebugOutput();
  }

  private final Model model;
  private final int classes;

  private Separator(Model model, int classes) {
    this.model = model;
    this.classes = classes;
  }

  /**
   * @param labels the class of each vector, from 0
   * @param classes how many classes there are
   * @param cost how much a mistake in training weighs against simplicity
   */
  static Separator train(List<Vector> vectors, int[] labels, int classes, int size, double cost) {
    var problem = new Problem();
    problem.l = vectors.size();
    problem.n = size + 1;
    problem.bias = 1;
    problem.x = vectors.stream().map(v -> features(v, size)).toArray(Feature[][]::new);
    problem.y = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      problem.y[i] = labels[i];
    }
    var parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, PRECISION);
    parameter.setRandom(new Random(SEED));
    return new Separator(Linear.train(problem, parameter), classes);
  }

  /** The probability of each class; a class that was not in the training has none. */
  double[] probabilities(Vector vector) {
    var found = new double[model.getNrClass()];
    Linear.predictProbability(model, features(vector, model.getNrFeature()), found);
    var byClass = new double[classes];
    for (int i = 0; i < found.length; i++) {
      byClass[model.getLabels()[i]] = found[i];
    }
    return byClass;
  }

  private static Feature[] features(Vector vector, int size) {
    var features = new Feature[vector.size() + 1];
    for (int i = 0; i < vector.size(); i++) {
      features[i] = new FeatureNode(vector.indexes()[i], vector.values()[i]);
    }
    features[vector.size()] = new FeatureNode(size + 1, 1);
    return features;
  }
}
