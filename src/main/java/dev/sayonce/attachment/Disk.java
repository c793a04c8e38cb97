package dev.sayonce.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** How customers' files stand on a disk: for nobody else to read, and there to stay. */
final class Disk {

  static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER = attribute("rwx------");
  static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = attribute("rw-------");

  private Disk() {}

  private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** Waits till a file, or the names in a folder, are on the disk. */
  static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
