package dev.sayonce.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Attachment.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPicturesTest {

  @TempDir Path folder;

  private Optional<Picture> make(FileType type, byte[] content) throws IOException {
    return SmallPictures.make(Files.write(folder.resolve("large"), content), type, small());
  }

  private Path small() {
    return folder.resolve("small");
  }

  @ParameterizedTest
  @CsvSource({
    "JPEG, jpeg, 4000, 1000, 480, 120",
    "PNG, png, 1000, 2000, 240, 480",
    "GIF, gif, 961, 961, 480, 480",
    "JPEG, jpeg, 100, 50, 100, 50",
    "PNG, png, 3000, 1, 480, 1",
  })
  void keepsProportionsAndNeverEnlarges(
      FileType type, String format, int width, int height, int smallWidth, int smallHeight)
      throws IOException {
    var picture = make(type, SampleFiles.picture(format, width, height));

    assertThat(picture).contains(new Picture(width, height));
    var small = ImageIO.read(small().toFile());
    assertThat(small.getWidth()).isEqualTo(smallWidth);
    assertThat(small.getHeight()).isEqualTo(smallHeight);
  }

  @Test
  void readsWebp() throws IOException {
    assertThat(make(FileType.WEBP, SampleFiles.webp())).contains(new Picture(1, 1));
  }

  /** The camera saw red to the left; where red ends up follows from how it was held. */
  @ParameterizedTest
  @CsvSource({
    "1, left",
    "2, right",
    "3, right",
    "4, left",
    "5, top",
    "6, top",
    "7, bottom",
    "8, bottom",
  })
  void standsAsThePhotoWasTaken(int orientation, String red) throws IOException {
    var picture = make(FileType.JPEG, SampleFiles.photo(400, 200, orientation));

    var sideways = orientation > 4;
    assertThat(picture).contains(sideways ? new Picture(200, 400) : new Picture(400, 200));
    var small = ImageIO.read(small().toFile());
    assertThat(small.getWidth()).isEqualTo(sideways ? 200 : 400);
    assertThat(redSide(small, sideways)).isEqualTo(red);
  }

  private static String redSide(BufferedImage picture, boolean sideways) {
    var first = new Color(picture.getRGB(10, 10));
    boolean redFirst = first.getRed() > first.getBlue();
    return sideways ? (redFirst ? "top" : "bottom") : (redFirst ? "left" : "right");
  }

  @Test
  void doesNotDecodeWhatIsTooLarge() throws IOException {
    assertThat(make(FileType.PNG, SampleFiles.bomb(60_000, 60_000))).isEmpty();
    assertThat(small()).doesNotExist();
  }

  @Test
  void makesNothingOfABrokenPicture() throws IOException {
    var whole = SampleFiles.picture("png", 300, 300);

    assertThat(make(FileType.PNG, Arrays.copyOf(whole, 40))).isEmpty();
    assertThat(make(FileType.JPEG, whole)).isEmpty();
    assertThat(make(FileType.WEBP, SampleFiles.pdf())).isEmpty();
  }
}
