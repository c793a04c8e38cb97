package dev.sayonce.channel.telegram;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Tells Telegram where to bring updates, and looks whether it has understood, till it has. */
final class WebhookRegistration implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WebhookRegistration.class);
  private static final Duration AGAIN_IN = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 40;

  private final Telegram telegram;
  private final WebhookDoor door;
  private final String url;
  private volatile boolean registered;
  private Disposable work = Disposables.disposed();

  WebhookRegistration(Telegram telegram, WebhookDoor door, URI publicUrl) {
    this.telegram = telegram;
    this.door = door;
    this.url = publicUrl.toString().replaceAll("/+$", "") + door.path();
  }

  @Override
  public void start() {
    work = register().subscribe();
  }

  private Mono<Void> register() {
    return telegram
        .send(client -> client.executeAsync(webhook()))
        .flatMap(
            reply ->
                reply instanceof Reply.Ok ? telegram.call(new GetWebhookInfo()) : Mono.just(reply))
        .flatMap(this::verified)
        .onErrorResume(this::again);
  }

  private SetWebhook webhook() {
    return SetWebhook.builder()
        .url(url)
        .secretToken(door.secret())
        .allowedUpdates(Arrivals.KINDS)
        .maxConnections(CONNECTIONS)
        .dropPendingUpdates(false)
        .build();
  }

  private Mono<Void> verified(Reply reply) {
    if (reply instanceof Reply.Ok(var info) && info.path("url").asText().equals(url)) {
      registered = true;
      log.info("Telegram brings its updates here.");
      return Mono.empty();
    }
    return Mono.error(new TelegramTrouble(reply));
  }

  private Mono<Void> again(Throwable failure) {
    log.error("The webhook could not be registered with Telegram: {}", failure.getMessage());
    var pause = failure instanceof TelegramTrouble t ? t.waitAtLeast(AGAIN_IN) : AGAIN_IN;
    return Mono.delay(pause).then(Mono.defer(this::register));
  }

  boolean isRegistered() {
    return registered;
  }

  @Override
  public void stop() {
    work.dispose();
  }

  @Override
  public boolean isRunning() {
    return registered || !work.isDisposed();
  }
}
