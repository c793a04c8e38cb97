package dev.sayonce;

import dev.sayonce.cli.Cli;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway; with a subcommand one of the authors' tools. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class SayOnce {

  public static void main(String[] args) {
    if (Cli.isMeantBy(args)) {
      System.exit(Cli.run(args));
    }
    SpringApplication.run(SayOnce.class, args);
  }
}
