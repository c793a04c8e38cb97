package dev.sayonce.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether updates come: when Telegram last answered, or whether it knows where we are. */
final class TelegramHealth implements HealthIndicator {

  private final Optional<Poller> poller;
  private final Optional<WebhookRegistration> webhook;
  private final Duration longest;
  private final Clock clock;

  TelegramHealth(
      Optional<Poller> poller,
      Optional<WebhookRegistration> webhook,
      TelegramProperties properties,
      Clock clock) {
    this.poller = poller;
    this.webhook = webhook;
    this.longest = properties.poll().plus(Duration.ofSeconds(60));
    this.clock = clock;
  }

  @Override
  public Health health() {
    return poller
        .map(this::polling)
        .orElseGet(
            () ->
                webhook.filter(WebhookRegistration::isRegistered).isPresent()
                    ? Health.up().withDetail("webhook", "registered").build()
                    : Health.down().withDetail("webhook", "not registered").build());
  }

  /** A gateway that leaves the fetching to another is well. */
  private Health polling(Poller p) {
    if (!p.isFetching()) {
      return Health.up().withDetail("fetching", "at another gateway").build();
    }
    var last = p.lastPoll();
    boolean fresh = last.filter(at -> at.plus(longest).isAfter(clock.instant())).isPresent();
    return (fresh ? Health.up() : Health.down())
        .withDetail("lastPoll", last.map(Object::toString).orElse("never"))
        .build();
  }
}
