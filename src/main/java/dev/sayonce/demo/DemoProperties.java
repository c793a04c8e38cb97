package dev.sayonce.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sample company's back end.
 *
 * @param enabled whether it is started where no Redis is named
 * @param port where it listens on this machine; 0: anywhere
 */
@ConfigurationProperties("sayonce.demo")
public record DemoProperties(@DefaultValue("true") boolean enabled, @DefaultValue("0") int port) {}
