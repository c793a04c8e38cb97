package dev.sayonce.flow;

import dev.sayonce.flow.slot.SlotType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a back end does or tells, as the catalogue describes it: the only things that are
 * ever asked of anything outside.
 *
 * @param id by which flows call it: {@code order.status}
 * @param service the back end that does it
 * @param input what it is given, in the order of a form
 * @param output what it tells
 * @param refusals the reasons that the back end's own answers stand for, by HTTP status
 */
public record Action(
    String id,
    LocalText title,
    String service,
    Request request,
    Map<String, Input> input,
    Map<String, Output> output,
    Map<Integer, String> refusals,
    Rights rights,
    Effort effort,
    Waiting waiting) {

  /** The input that a one-time code fills, if one does: then it proves who the customer is. */
  public Optional<String> codeInput() {
    return input.values().stream().filter(Input::oneTimeCode).map(i -> i.slot().name()).findFirst();
  }

  /** How the back end is asked. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /**
   * The request.
   *
   * @param path segments after the service's address; no blank reaches over one
   * @param key the header that tells the back end which requests are the same one
   */
  public record Request(
      Method method,
      List<Fillable> path,
      Map<String, Fillable> query,
      Map<String, Fillable> headers,
      Optional<Body> body,
      Optional<String> key) {

    /** True if it changes nothing there, however often it is sent. */
    public boolean isSafe() {
      return method == Method.GET;
    }

    /** True if nothing is done twice by sending it twice. */
    public boolean isRepeatable() {
      return isSafe() || key.isPresent();
    }
  }

  /** What is sent as JSON. */
  public sealed interface Body {
    record Fields(Map<String, Body> fields) implements Body {}

    record Items(List<Body> items) implements Body {}

    record Text(Fillable text) implements Body {}

    /** A number, true or false. */
    record Plain(Object value) implements Body {}
  }

  /**
   * A value that it is given.
   *
   * @param known the fact of the conversation, by its slot, that an agent's form begins with
   * @param oneTimeCode true if nobody gives it: the product makes a code up, for the customer to
   *     read back
   */
  public record Input(Slot slot, boolean optional, String known, boolean oneTimeCode) {}

  /**
   * A value that it tells.
   *
   * @param path its way in the answer: {@code delivery.days}, {@code parcels.0.carrier}
   * @param sensitive masked wherever agents and logs see it
   */
  public record Output(
      String name, List<String> path, SlotType type, boolean optional, boolean sensitive) {}

  /**
   * Who may have it run, and within what.
   *
   * @param limits the most of a number, by input and runner; who is not named has no limit
   * @param confirmed only after whom it concerns has said yes
   * @param verified only for a customer who has shown who they are
   */
  public record Rights(
      Set<Runner> allowed,
      Map<String, Map<Runner, BigDecimal>> limits,
      boolean confirmed,
      boolean verified) {

    public boolean allows(Runner runner) {
      return allowed.stream().anyMatch(runner::isAtLeast);
    }

    /** The most of that input that the runner may ask for. */
    public Optional<BigDecimal> limit(String input, Runner runner) {
      return Optional.ofNullable(limits.getOrDefault(input, Map.of()).get(runner));
    }
  }

  /**
   * How hard is tried.
   *
   * @param timeOut of each try
   * @param retries how often is asked again, where that is safe
   */
  public record Effort(Duration timeOut, int retries) {}

  /**
   * What the customer goes through meanwhile.
   *
   * @param after this time the bot says that it takes a while
   * @param patience after this time a person takes over
   * @param say what the bot says then; empty: the product's own words
   */
  public record Waiting(Duration after, Duration patience, Optional<LocalText> say) {
    public static final Waiting USUAL =
        new Waiting(Duration.ofSeconds(4), Duration.ofSeconds(30), Optional.empty());
  }
}
