package dev.sayonce.backup;

import java.time.Instant;
import java.util.Map;

/**
 * What an archive says of itself, in its last entry: one that was broken off has none.
 *
 * @param format the number of its shape
 * @param made when
 * @param partitions of the Redis that it was made of
 * @param pieces how many lines there are of Redis
 * @param files how many files of conversations
 * @param sums SHA-256 of each entry by its name
 */
record Manifest(
    int format, Instant made, int partitions, long pieces, long files, Map<String, String> sums) {

  static final String NAME = "manifest.json";
  static final String REDIS = "redis.jsonl";
  static final String FILES = "files/";

  /** The shape written today. */
  static final int FORMAT = 1;
}
