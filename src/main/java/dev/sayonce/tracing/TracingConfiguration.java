package dev.sayonce.tracing;

import io.micrometer.context.ContextRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Hooks;

/** Traces, if somebody wants them; ids in the log, if a machine reads it. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  @Bean(destroyMethod = "close")
  Tracing tracing(TracingProperties properties, Environment environment) {
    boolean read =
        !environment.getProperty("logging.structured.format.console", "").isBlank()
            || !environment.getProperty("logging.structured.format.file", "").isBlank();
    var endpoint = properties.endpoint().filter(uri -> !uri.toString().isBlank());
    boolean ids = properties.logIds().orElse(read || endpoint.isPresent());
    if (ids) {
      // it costs a little at each step of every chain, so only whoever reads the ids pays
      ContextRegistry.getInstance().registerThreadLocalAccessor(new LogIds());
      Hooks.enableAutomaticContextPropagation();
    }
    return endpoint
        .map(uri -> Tracing.to(uri, properties, gateway()))
        .orElseGet(() -> ids ? Tracing.ofLogs() : Tracing.OFF);
  }

  private static String gateway() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return UUID.randomUUID().toString();
    }
  }
}
