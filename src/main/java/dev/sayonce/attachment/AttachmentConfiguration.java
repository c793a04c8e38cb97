package dev.sayonce.attachment;

import dev.sayonce.StartupRefused;
import dev.sayonce.engine.ConversationEngine;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.redis.Redis;
import dev.sayonce.redis.RedisProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the keeping of files together. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

  private static final int IO_THREADS = 8;
  private static final int WAITING = 1000;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration CALL = Duration.ofSeconds(60);

  /** Where calls that block wait: never more than a few, and none of them on an event loop. */
  @Bean(destroyMethod = "dispose")
  Scheduler fileIo() {
    return Schedulers.newBoundedElastic(IO_THREADS, WAITING, "file-io", 60, true);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler filePictures() {
    return Schedulers.newBoundedElastic(1, WAITING, "file-pictures", 60, true);
  }

  @Bean
  FileFolder fileFolder(FilesProperties properties, RedisProperties redis) {
    return FileFolder.at(properties.folderOr(redis.embedded().folder()));
  }

  /** The folder on this machine, made and found to be writable. */
  record FileFolder(Path path) {

    static FileFolder at(Path path) {
      try {
        Files.createDirectories(path, Disk.OWN_FOLDER);
        Files.createDirectories(path.resolve("incoming"), Disk.OWN_FOLDER);
      } catch (IOException | UnsupportedOperationException e) {
        throw refused(path);
      }
      if (!Files.isWritable(path.resolve("incoming"))) {
        throw refused(path);
      }
      return new FileFolder(path);
    }

    private static StartupRefused refused(Path path) {
      return new StartupRefused(
          "Files can't be kept in %s.".formatted(path),
          "Let the gateway write there, or name another folder in sayonce.files.folder.");
    }
  }

  @Bean
  Scratch scratch(FileFolder folder) {
    return new Scratch(folder.path().resolve("incoming"));
  }

  @Bean
  @Conditional(BucketNamed.class)
  S3Client s3Client(FilesProperties properties) {
    var s3 = properties.s3();
    var builder =
        S3Client.builder()
            .region(Region.of(s3.region()))
            .forcePathStyle(s3.pathStyle())
            .credentialsProvider(credentials(s3))
            .overrideConfiguration(c -> c.apiCallTimeout(CALL))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER));
    if (s3.endpoint() != null) {
      builder.endpointOverride(s3.endpoint());
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(FilesProperties.S3 s3) {
    return s3.accessKey().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
  }

  /** Like a missing value, an empty one names no bucket. */
  static final class BucketNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("sayonce.files.s3.bucket", "").isBlank();
    }
  }

  @Bean
  FileStore fileStore(
      FilesProperties properties,
      FileFolder folder,
      Scratch scratch,
      ObjectProvider<S3Client> s3,
      Scheduler fileIo) {
    var client = s3.getIfAvailable();
    return client == null
        ? new FolderFileStore(folder.path(), fileIo)
        : new S3FileStore(client, properties.s3(), scratch::path, fileIo);
  }

  @Bean
  Uploads uploads(
      FilesProperties properties,
      Redis redis,
      Scratch scratch,
      Scheduler fileIo,
      Scheduler filePictures,
      FileStore files,
      ConversationEngine engine,
      ConversationStore conversations) {
    var reception = new Reception(scratch, properties, fileIo, filePictures);
    var quota = new UploadQuotaStore(redis, properties.perHour());
    return new Uploads(properties, quota, reception, files, engine, conversations);
  }

  /** Whoever erases a thread erases its files with it. */
  @Bean
  Downloads downloads(ConversationStore conversations, FileStore files, Scheduler fileIo) {
    conversations.onErased(files::removeAll);
    return new Downloads(conversations, files, fileIo);
  }

  @Bean
  FileSweep fileSweep(
      FileStore files,
      ConversationStore conversations,
      Redis redis,
      Scratch scratch,
      FilesProperties properties,
      Scheduler fileIo,
      Clock clock) {
    return new FileSweep(
        files, conversations, new SweepLease(redis), scratch, properties.sweep(), fileIo, clock);
  }
}
