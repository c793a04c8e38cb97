package dev.sayonce.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the company's files are looked at again.
 *
 * @param watch how often is looked whether a file has changed, for authors at work; 0: never
 * @param follow how often is looked whether another gateway has activated other files
 */
@ConfigurationProperties("sayonce.flows")
public record FlowFilesProperties(
    @DefaultValue("0s") Duration watch, @DefaultValue("5s") Duration follow) {}
