package dev.sayonce.console;

import dev.sayonce.redis.TestRedis;
import org.junit.jupiter.api.Test;

final class ManagementPortIT {

  @Test
  void aPortOfItsOwnShowsTheFigures() {
    TestRedis.flush();
    try (var gateway = TestGateway.start("management.server.port=0")) {
      int inner = gateway.getEnvironment().getRequiredProperty("local.management.port", int.class);
      int outer = TestGateway.port(gateway);

      new Browser(inner).get("/actuator/prometheus").expectStatus().isOk();
      new Browser(outer).get("/actuator/prometheus").expectStatus().isNotFound();
    }
  }
}
