package dev.sayonce.attachment;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * What has to be done to a photo because of how the camera was held: first mirrored, then turned
 * clockwise (Exif 2.32, tag Orientation).
 *
 * @param quarters turns of 90 degrees
 */
record Turn(boolean mirrored, int quarters) {

  static Turn of(int orientation) {
    return switch (orientation) {
      case 2 -> new Turn(true, 0);
      case 3 -> new Turn(false, 2);
      case 4 -> new Turn(true, 2);
      case 5 -> new Turn(true, 3);
      case 6 -> new Turn(false, 1);
      case 7 -> new Turn(true, 1);
      case 8 -> new Turn(false, 3);
      default -> new Turn(false, 0);
    };
  }

  boolean swapsSides() {
    return quarters % 2 == 1;
  }

  BufferedImage applied(BufferedImage picture) {
    if (!mirrored && quarters == 0) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    var turned =
        new BufferedImage(
            swapsSides() ? height : width, swapsSides() ? width : height, picture.getType());
    var canvas = turned.createGraphics();
    canvas.drawImage(picture, transform(turned, width, height), null);
    canvas.dispose();
    return turned;
  }

  private AffineTransform transform(BufferedImage turned, int width, int height) {
    var transform = new AffineTransform();
    transform.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
    transform.quadrantRotate(quarters);
    transform.scale(mirrored ? -1 : 1, 1);
    transform.translate(-width / 2.0, -height / 2.0);
    return transform;
  }
}
