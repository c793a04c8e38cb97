package dev.sayonce.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Attachment;
import dev.sayonce.conversation.Contact;
import dev.sayonce.conversation.ThreadId;
import dev.sayonce.engine.ConversationStore;
import dev.sayonce.engine.KeptTranscript;
import dev.sayonce.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/** Which files go and which stay, with a real Redis and a real folder. */
class FileSweepIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration OLD = FileSweep.TOO_YOUNG.plusMinutes(1);

  @TempDir Path folder;

  private ConversationStore conversations;
  private FolderFileStore files;
  private FileSweep sweep;

  @BeforeEach
  void begin() throws IOException {
    TestRedis.flush();
    Files.createDirectories(folder.resolve("incoming"));
    conversations =
        new ConversationStore(TestRedis.redis(), Duration.ofDays(30), Duration.ofDays(730), "test");
    files = new FolderFileStore(folder, Schedulers.boundedElastic());
    sweep =
        new FileSweep(
            files,
            conversations,
            new SweepLease(TestRedis.redis()),
            new Scratch(folder.resolve("incoming")),
            Duration.ofDays(1),
            Schedulers.boundedElastic(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static ThreadId thread(String visitor) {
    return ThreadId.of(new Contact(Contact.WEB, visitor), 16);
  }

  private static Attachment attachment(ThreadId thread, String event) {
    return new Attachment(
        Attachment.idOf(thread, event),
        "scan.pdf",
        "application/pdf",
        10,
        "0123456789abcdef0123456789abcdef",
        Optional.empty());
  }

  private Path keep(ThreadId thread, String name, Duration age) throws IOException {
    var content = Files.write(folder.resolve("incoming/new"), SampleFiles.pdf());
    files.put(thread, name, content).block(PATIENCE);
    var path = files.open(thread, name).block(PATIENCE).path();
    return Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
  }

  @Test
  void removesTheFilesOfAThreadThatIsGone() throws IOException {
    var gone = keep(thread("gone"), "aaaa-0000", OLD);
    var small = keep(thread("gone"), "aaaa-0000.small", OLD);

    sweep.sweep().block(PATIENCE);

    assertThat(gone).doesNotExist();
    assertThat(small).doesNotExist();
  }

  @Test
  void keepsWhatATranscriptNamesAndRemovesTheRest() throws IOException {
    var thread = thread("present");
    var said = attachment(thread, "web:said-1234");
    KeptTranscript.write(thread, said);
    var named = keep(thread, StoredName.of(said), OLD);
    var small = keep(thread, StoredName.ofSmall(said), OLD);
    var unsaid = keep(thread, StoredName.of(attachment(thread, "web:unsaid-12")), OLD);
    var otherContent = keep(thread, said.id() + "-ffffffffffffffff", OLD);

    sweep.sweep().block(PATIENCE);

    assertThat(named).exists();
    assertThat(small).exists();
    assertThat(unsaid).doesNotExist();
    assertThat(otherContent).doesNotExist();
  }

  @Test
  void leavesWhatMayBeAboutToBeSaid() throws IOException {
    var young = keep(thread("new"), "aaaa-0000", FileSweep.TOO_YOUNG.minusMinutes(1));

    sweep.sweep().block(PATIENCE);

    assertThat(young).exists();
  }

  @Test
  void leavesTheFilesOfAnotherRedisAlone() throws IOException {
    sweep.sweep().block(PATIENCE);
    var kept = keep(thread("anybody"), "aaaa-0000", OLD);
    TestRedis.flush();

    sweep.sweep().block(PATIENCE);

    assertThat(kept).exists();
  }

  @Test
  void oneGatewaySweepsInADay() {
    var lease = new SweepLease(TestRedis.redis());

    assertThat(lease.take(Duration.ofDays(1)).block(PATIENCE)).isTrue();
    assertThat(lease.take(Duration.ofDays(1)).block(PATIENCE)).isFalse();
    lease.giveBack().block(PATIENCE);
    assertThat(lease.take(Duration.ofDays(1)).block(PATIENCE)).isTrue();
  }

  @Test
  void erasingAThreadRemovesItsFolder() throws IOException {
    conversations.onErased(files::removeAll);
    var thread = thread("erased");
    KeptTranscript.write(thread, attachment(thread, "web:said-1234"));
    var theirs = keep(thread, "aaaa-0000", Duration.ZERO);
    var others = keep(thread("other"), "aaaa-0000", Duration.ZERO);

    assertThat(conversations.erase(thread, KeptTranscript.stored()).block(PATIENCE)).isTrue();

    assertThat(theirs.getParent()).doesNotExist();
    assertThat(others).exists();
  }

  @Test
  void keepsFilesForNobodyElseToRead() throws IOException {
    var scratch = new Scratch(folder.resolve("incoming")).file();
    Files.write(scratch, SampleFiles.pdf());
    files.put(thread("private"), "aaaa-0000", scratch).block(PATIENCE);
    var kept = files.open(thread("private"), "aaaa-0000").block(PATIENCE).path();

    assertThat(scratch).doesNotExist();
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(kept.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void tidiesWhatAStoppedGatewayLeft() throws IOException {
    var scratch = new Scratch(folder.resolve("incoming"));
    var left = Files.setLastModifiedTime(scratch.file(), FileTime.from(NOW.minus(OLD)));
    var busy = Files.setLastModifiedTime(scratch.file(), FileTime.from(NOW));

    scratch.tidy(NOW, FileSweep.TOO_YOUNG);

    assertThat(left).doesNotExist();
    assertThat(busy).exists();
  }
}
