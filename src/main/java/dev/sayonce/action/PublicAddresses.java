package dev.sayonce.action;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the addresses of names and leaves out those of our own network, whoever gave them out. What
 * is looked at here is what is connected to: a name can't mean something else a moment later.
 */
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {

  /** A name that leads into our own network, or nowhere. */
  static final String REFUSED = "leads to no public address";

  private final AddressResolverGroup<InetSocketAddress> names;

  PublicAddresses() {
    this(DefaultAddressResolverGroup.INSTANCE);
  }

  PublicAddresses(AddressResolverGroup<InetSocketAddress> names) {
    this.names = names;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new InetSocketAddressResolver(
        executor, new Names(executor, names.getResolver(executor)));
  }

  /**
   * True unless the address means this machine or its own network, in whatever way it is written.
   */
  static boolean isPublic(InetAddress address) {
    var a = address.getAddress();
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return a.length == 4 ? isPublic4(a[0] & 0xff, a[1] & 0xff, a[2] & 0xff) : isPublic6(a);
  }

  /** RFC 6890: shared, benchmarking, documentation, protocol and reserved addresses. */
  private static boolean isPublic4(int a, int b, int c) {
    boolean special =
        a == 0
            || a >= 240
            || (a == 100 && b >= 64 && b < 128)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
            || (a == 203 && b == 0 && c == 113);
    return !special;
  }

  /** Only global unicast, and of that nothing that hides an IPv4 address (6to4, Teredo, NAT64). */
  private static boolean isPublic6(byte[] a) {
    int first = (a[0] & 0xff) << 8 | a[1] & 0xff;
    int second = (a[2] & 0xff) << 8 | a[3] & 0xff;
    boolean global = (first & 0xe000) == 0x2000;
    boolean tunnel = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
    return global && !tunnel;
  }

  /** An address written as numbers is never looked up. */
  static boolean isRefusedLiteral(String host) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var bytes = NetUtil.createByteArrayFromIpAddressString(bare);
    try {
      return bytes != null && !isPublic(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException _) {
      return true;
    }
  }

  private static final class Names extends InetNameResolver {

    private final AddressResolver<InetSocketAddress> names;

    Names(EventExecutor executor, AddressResolver<InetSocketAddress> names) {
      super(executor);
      this.names = names;
    }

    @Override
    protected void doResolve(String host, Promise<InetAddress> promise) {
      var all = executor().<List<InetAddress>>newPromise();
      all.addListener(
          f -> {
            if (f.isSuccess()) {
              promise.setSuccess(all.getNow().getFirst());
            } else {
              promise.setFailure(f.cause());
            }
          });
      doResolveAll(host, all);
    }

    @Override
    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
      names
          .resolveAll(InetSocketAddress.createUnresolved(host, 0))
          .addListener(
              (io.netty.util.concurrent.Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) {
                  settle(host, found.getNow(), promise);
                } else {
                  promise.setFailure(found.cause());
                }
              });
    }

    /**
     * A name that leads to one private address among public ones is not trusted with the others.
     */
    private static void settle(
        String host, List<InetSocketAddress> found, Promise<List<InetAddress>> promise) {
      var addresses = found.stream().map(InetSocketAddress::getAddress).toList();
      if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddresses::isPublic)) {
        promise.setFailure(new UnknownHostException(host + " " + REFUSED));
      } else {
        promise.setSuccess(addresses);
      }
    }
  }
}
