package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Logo;
import dev.sayonce.flow.Logo.Type;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Binds the logo: looks at what is in the file, whatever its name says. */
final class LogoReader {

  static final int MOST_BYTES = 100 * 1024;

  /**
   * @see <a href="https://www.w3.org/TR/png-3/#5PNG-file-signature">PNG, file signature</a>
   */
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

  private static final String SVG = "http://www.w3.org/2000/svg";

  private final Place name;

  LogoReader(Place name) {
    this.name = name;
  }

  Optional<Logo> read(Pictures pictures) {
    var content = pictures.picture(name.text(), MOST_BYTES + 1);
    if (content.isEmpty()) {
      name.problem(
          "There is no file %s beside company.yaml that can be read: put it there."
              .formatted(name.text()));
    }
    return content.flatMap(this::logo);
  }

  private Optional<Logo> logo(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      name.problem("The logo is larger than 100 KiB: simplify or shrink it.");
      return Optional.empty();
    }
    var type = type(bytes);
    if (type.isEmpty()) {
      name.problem("What is in %s is neither SVG nor PNG: save it as one.".formatted(name.text()));
    }
    return type.map(t -> new Logo(name.text(), t, Base64.getEncoder().encodeToString(bytes)));
  }

  private static Optional<Type> type(byte[] bytes) {
    if (bytes.length > PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)) {
      return Optional.of(Type.PNG);
    }
    return isSvg(bytes) ? Optional.of(Type.SVG) : Optional.empty();
  }

  /** Whole XML whose root is an SVG element; no other file is ever opened for it. */
  private static boolean isSvg(byte[] bytes) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (!xml.isStartElement()) {
        xml.next();
      }
      boolean svg = SVG.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("svg");
      while (xml.hasNext()) {
        xml.next();
      }
      return svg;
    } catch (XMLStreamException _) {
      return false;
    }
  }
}
