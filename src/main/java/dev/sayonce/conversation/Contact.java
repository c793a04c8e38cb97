package dev.sayonce.conversation;

/**
 * One address of a customer.
 *
 * @param channel {@code web}, {@code telegram}
 * @param address unique in the channel; never a secret: of a web session the hash of its token
 */
public record Contact(String channel, String address) {

  public static final String WEB = "web";
  public static final String TELEGRAM = "telegram";

  /**
   * True where entries must be pushed to the customer; a web page fetches them by their numbers
   * itself.
   */
  public boolean pushed() {
    return !channel.equals(WEB);
  }
}
