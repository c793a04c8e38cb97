package dev.sayonce.knowledge;

/** A sparse vector: values at ascending indexes from 1. */
record Vector(int[] indexes, double[] values) {

  int size() {
    return indexes.length;
  }
}
