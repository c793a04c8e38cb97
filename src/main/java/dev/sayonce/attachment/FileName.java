package dev.sayonce.attachment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Names of files as their senders give them. They are shown and offered for saving, and never
 * become part of a path of ours.
 */
final class FileName {

  private static final int LONGEST = 120;

  /** What breaks a line, hides, or turns the direction of what follows ({@code gpj.exe}). */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  /** What some system does not allow in a name. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\"<>|:*?%]+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private FileName() {}

  /** The name in a header: UTF-8, percent-encoded; one that can't be decoded counts as none. */
  static String decoded(String header) {
    try {
      return UriUtils.decode(header, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** The last part of the name, fit to be shown, with an ending. */
  static String cleaned(String name, FileType type) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var shown = FORBIDDEN.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_");
    var plain = BLANKS.matcher(shown).replaceAll(" ").strip();
    var ending = ending(plain);
    var stem = ending.isEmpty() ? plain : plain.substring(0, plain.length() - ending.length() - 1);
    var bare = stem.replaceAll("^[. ]+|[. ]+$", "");
    return shortened(bare.isEmpty() ? "file" : bare)
        + "."
        + (ending.isEmpty() ? type.usualEnding() : ending);
  }

  /** What follows the last dot; empty if that is no ending. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    var ending = dot < 0 ? "" : name.substring(dot + 1).strip();
    return ending.matches("[A-Za-z0-9]{1,8}") ? ending : "";
  }

  private static String shortened(String stem) {
    if (stem.length() <= LONGEST) {
      return stem;
    }
    int end = Character.isHighSurrogate(stem.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return stem.substring(0, end).strip();
  }
}
