package dev.sayonce.cli;

import dev.sayonce.conversation.Entry;
import dev.sayonce.rehearsal.Played;
import dev.sayonce.rehearsal.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results in the form that builds read: a suite for each file, a case for each talk. */
final class JUnitXml {

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Path file, List<Played> played) throws IOException {
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent());
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    try (var out = Files.newBufferedWriter(file)) {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JUnitXml(xml).suites(played);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("Can't write " + file, e);
    }
  }

  private void suites(List<Played> played) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    var byFile =
        played.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.talk().file(), LinkedHashMap::new, Collectors.toList()));
    for (var suite : byFile.entrySet()) {
      suite(suite);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Map.Entry<String, List<Played>> suite) throws XMLStreamException {
    long failures = suite.getValue().stream().filter(p -> !p.passed()).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite.getKey());
    xml.writeAttribute("tests", Integer.toString(suite.getValue().size()));
    xml.writeAttribute("failures", Long.toString(failures));
    for (var played : suite.getValue()) {
      testcase(played);
    }
    xml.writeEndElement();
  }

  private void testcase(Played played) throws XMLStreamException {
    var talk = played.talk();
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", talk.file());
    xml.writeAttribute("name", clean(talk.name()));
    xml.writeAttribute("file", talk.file());
    xml.writeAttribute("line", Integer.toString(talk.line()));
    if (!played.passed()) {
      failure(played);
    }
    xml.writeEndElement();
  }

  private void failure(Played played) throws XMLStreamException {
    var failure = played.failure().orElseThrow();
    xml.writeStartElement("failure");
    xml.writeAttribute(
        "message", clean("Expected " + failure.expected() + ", got " + failure.got()));
    var said = played.transcript().stream().filter(e -> !e.isPrivate()).map(JUnitXml::said);
    var place = played.talk().file() + ":" + failure.line();
    xml.writeCharacters(
        clean(
            Stream.of(Stream.of(place), said, failure.state().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"))));
    xml.writeEndElement();
  }

  private static String said(Entry entry) {
    return entry.author().word() + ": " + Wording.message(entry);
  }

  /** Without what no XML may hold. */
  private static String clean(String words) {
    return words.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]", "");
  }
}
