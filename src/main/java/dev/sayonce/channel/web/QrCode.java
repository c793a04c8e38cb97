package dev.sayonce.channel.web;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A link to be read by a phone's camera, as an outline that a page can draw.
 *
 * @param size the width and height in modules, without the quiet border of four
 * @param path of an SVG, one unit a module
 */
record QrCode(int size, String path) {

  static QrCode of(URI link) {
    var code = io.nayuki.qrcodegen.QrCode.encodeText(link.toString(), Ecc.MEDIUM);
    var path =
        IntStream.range(0, code.size)
            .boxed()
            .flatMap(
                y ->
                    IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M%d %dh1v1h-1z".formatted(x, y)))
            .collect(Collectors.joining());
    return new QrCode(code.size, path);
  }
}
