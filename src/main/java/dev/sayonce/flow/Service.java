package dev.sayonce.flow;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A back end: where it is, what every request to it carries, and how it is spared.
 *
 * @param id the name of its file
 * @param url what all paths follow; its host is the only one that is asked
 * @param ownNetwork whether its addresses may be private ones
 * @param largest an answer larger than so many bytes is not read
 */
public record Service(
    String id, URI url, boolean ownNetwork, Map<String, Fillable> headers, int largest, Care care) {

  /**
   * What keeps a back end in trouble from being buried, and us from waiting for it.
   *
   * @param atOnce so many requests may be under way
   * @param perSecond so many may begin in a second
   * @param failures at this share of failed ones, in percent, it is left alone
   * @param of so many of the last ones are looked at
   * @param openFor for so long it is left alone before it is tried again
   */
  public record Care(int atOnce, int perSecond, int failures, int of, Duration openFor) {
    public static final Care USUAL = new Care(25, 50, 50, 20, Duration.ofSeconds(20));
  }
}
