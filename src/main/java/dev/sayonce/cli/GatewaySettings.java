package dev.sayonce.cli;

import java.util.List;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway's settings, from the same places as the gateway takes them, and nothing else of it.
 */
final class GatewaySettings {

  private GatewaySettings() {}

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}

  static <T> T use(List<String> settings, Function<Binder, T> with) {
    try (var context =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("logging.level.root=error")
            .run(settings.toArray(String[]::new))) {
      return with.apply(Binder.get(context.getEnvironment()));
    }
  }
}
