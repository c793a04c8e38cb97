package dev.sayonce.platform;

import dev.sayonce.redis.EmbeddedRedis;
import dev.sayonce.staff.FirstAdmin;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * The last lines of a start, for whoever sits before the screen: where everything is and how to get
 * in.
 */
@Component
final class StartBlock implements ApplicationListener<ApplicationReadyEvent> {

  private final FirstAdmin admin;
  private final ObjectProvider<EmbeddedRedis> embedded;

  StartBlock(FirstAdmin admin, ObjectProvider<EmbeddedRedis> embedded) {
    this.admin = admin;
    this.embedded = embedded;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      int port = web.getWebServer().getPort();
      var ready = event.getTimeTaken() == null ? 0 : event.getTimeTaken().toMillis();
      // Straight to the screen: a password belongs into no log that is collected.
      System.out.println(
          String.join(System.lineSeparator(), lines("http://localhost:" + port, ready)));
    }
  }

  private List<String> lines(String base, long millis) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("  SayOnce is ready after %.1f s.".formatted(millis / 1000.0));
    lines.add("");
    lines.add("  Chat      %s/".formatted(base));
    lines.add("  Console   %s/console".formatted(base));
    lines.addAll(signIn());
    var own = embedded.getIfAvailable();
    lines.add(own == null ? "  Data      in the Redis you named" : "  Data      " + own.folder());
    lines.add("");
    return lines;
  }

  private List<String> signIn() {
    return admin.newPassword().isPresent()
        ? List.of(
            "  Sign in   login %s, password %s"
                .formatted(admin.login().orElse(""), admin.newPassword().get()),
            "            (made just now and shown this once; change it in the console)")
        : List.of(
            "  Sign in   as before; lost the password? Start once with",
            "            --sayonce.staff.reset-password=admin");
  }
}
