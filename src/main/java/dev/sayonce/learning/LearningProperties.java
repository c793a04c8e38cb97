package dev.sayonce.learning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What becomes of customers' own words.
 *
 * @param most how many proposals may wait; the longest unseen go first
 * @param keep how long a proposal waits after it came about the last time
 * @param follow how often is looked whether another gateway has learned something
 */
@Validated
@ConfigurationProperties("sayonce.learning")
public record LearningProperties(
    @DefaultValue("500") @Min(1) @Max(10_000) int most,
    @DefaultValue("90d") Duration keep,
    @DefaultValue("2s") Duration follow) {}
