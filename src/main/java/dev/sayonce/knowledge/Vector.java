package dev.sayonce.knowledge;

/** A sparse vector: values at indexes from 0, each index once. */
record Vector(int[] indexes, float[] values) {

  int size() {
    return indexes.length;
  }

  /** All values, one after another. */
  static Vector dense(float[] values) {
    var indexes = new int[values.length];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = i;
    }
    return new Vector(indexes, values);
  }
}
