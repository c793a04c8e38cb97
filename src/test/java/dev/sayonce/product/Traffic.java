package dev.sayonce.product;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What a page's loading costs, as the browser itself counts it. */
final class Traffic {

  /**
   * One answer.
   *
   * @param sent bytes over the line, head and packed body; 0 from the browser's own memory
   * @param raw bytes of the body as the page gets it
   */
  record Transfer(URI address, long sent, long raw) {

    boolean isFromMemory() {
      return sent == 0;
    }
  }

  /** Several answers together; those from the browser's memory count as bytes, not as requests. */
  record Weight(long requests, long sent, long raw) {

    static Weight of(Collection<Transfer> transfers) {
      return new Weight(
          transfers.stream().filter(Predicate.not(Transfer::isFromMemory)).count(),
          transfers.stream().mapToLong(Transfer::sent).sum(),
          transfers.stream().mapToLong(Transfer::raw).sum());
    }
  }

  private final Map<String, URI> addresses = new LinkedHashMap<>();
  private final Map<String, Long> sent = new LinkedHashMap<>();
  private final Map<String, Long> raw = new LinkedHashMap<>();

  private Traffic(CDPSession session) {
    session.on("Network.requestWillBeSent", this::asked);
    session.on("Network.dataReceived", this::received);
    session.on("Network.loadingFinished", this::finished);
    session.send("Network.enable");
  }

  /** Counts from now on. */
  static Traffic of(Page page) {
    return new Traffic(page.context().newCDPSession(page));
  }

  private void asked(JsonObject event) {
    var address = URI.create(event.getAsJsonObject("request").get("url").getAsString());
    if (address.getScheme().startsWith("http")) {
      addresses.put(id(event), address);
    }
  }

  private void received(JsonObject event) {
    raw.merge(id(event), event.get("dataLength").getAsLong(), Long::sum);
  }

  private void finished(JsonObject event) {
    sent.put(id(event), event.get("encodedDataLength").getAsLong());
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  /** All that has come so far and whose address is one of those. */
  Collection<Transfer> transfers(Predicate<URI> which) {
    return addresses.entrySet().stream()
        .filter(e -> sent.containsKey(e.getKey()) && which.test(e.getValue()))
        .map(
            e -> new Transfer(e.getValue(), sent.get(e.getKey()), raw.getOrDefault(e.getKey(), 0L)))
        .toList();
  }

  Weight weight(Predicate<URI> which) {
    return Weight.of(transfers(which));
  }
}
