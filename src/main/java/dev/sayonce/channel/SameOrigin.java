package dev.sayonce.channel;

import java.net.URI;
import java.util.Objects;
import org.springframework.web.reactive.socket.HandshakeInfo;

/**
 * Sockets are opened by pages of our own origin only: a browser lets any page try, and sends our
 * cookies along.
 */
public final class SameOrigin {

  private SameOrigin() {}

  /** True if the page is ours, or if it is no browser that asks: only browsers send an origin. */
  public static boolean opened(HandshakeInfo handshake) {
    var origin = handshake.getHeaders().getOrigin();
    return origin == null || isAt(origin, handshake.getUri());
  }

  private static boolean isAt(String origin, URI uri) {
    try {
      return Objects.equals(URI.create(origin).getAuthority(), uri.getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
