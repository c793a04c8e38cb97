package dev.sayonce.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs.
 *
 * @param flows the folder of the company's files
 * @param tick how often is looked for what is due
 * @param lease after this time without a sign of life another gateway does what is due
 * @param handedOutFor after this time a thread whose work came to no end is handed out again; an
 *     attempt may take half of it
 * @param thinkingLine how many messages may wait to be understood before senders are told to try
 *     again
 * @param audit how long it is kept who did what with actions
 */
@ConfigurationProperties("sayonce.engine")
public record EngineProperties(
    @DefaultValue("flows") Path flows,
    @DefaultValue("250ms") Duration tick,
    @DefaultValue("5s") Duration lease,
    @DefaultValue("30s") Duration handedOutFor,
    @DefaultValue("2000") int thinkingLine,
    @DefaultValue("730d") Duration audit) {}
