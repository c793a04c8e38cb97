package dev.sayonce.flow.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.drawing.Drawing.Arrow;
import dev.sayonce.flow.drawing.Drawing.Node;
import dev.sayonce.flow.drawing.Drawing.Shape;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class SvgTest {

  private static final FlowSet SAMPLE =
      ((Reading.Good) new FlowReader().read(Path.of("flows"))).set();

  /** Every flow of the sample company in every language, and drawings nobody would write. */
  static Stream<Drawing> drawings() {
    var written =
        SAMPLE.flows().values().stream()
            .flatMap(f -> SAMPLE.company().languages().stream().map(l -> Drawing.of(SAMPLE, f, l)));
    return Stream.concat(written, Stream.iterate(1, seed -> seed + 1).limit(40).map(SvgTest::wild));
  }

  private static Drawing wild(int seed) {
    var random = new Random(seed);
    var nodes = new ArrayList<Node>();
    var arrows = new ArrayList<Arrow>();
    int count = 2 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      var shape = i == 0 ? Shape.START : Shape.values()[1 + random.nextInt(9)];
      var text = "Lorem żółć щука <&> ".repeat(random.nextInt(12)) + "x".repeat(random.nextInt(90));
      nodes.add(new Node(shape, "caption " + i, text, Optional.empty()));
      if (i > 0) {
        arrows.add(new Arrow(random.nextInt(i), i));
      }
    }
    for (int i = 0; i < count / 2; i++) {
      arrows.add(new Arrow(random.nextInt(count), 1 + random.nextInt(count - 1)));
    }
    return new Drawing("wild-" + seed, "Wild", SAMPLE.company().defaultLanguage(), nodes, arrows);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void isWellFormedAndTellsWhatItShows(Drawing drawing) throws Exception {
    var svg = Svg.of(drawing);
    var xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var root = xml.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    for (var id : root.getAttribute("aria-labelledby").split(" ")) {
      assertThat(svg).contains("id=\"" + id + "\"");
    }
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(drawing.title());
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(Outline.of(drawing));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void drawsTheSameAgain(Drawing drawing) {
    assertThat(Svg.of(drawing)).isEqualTo(Svg.of(drawing));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void putsNoBoxOverAnotherAndNoneOutside(Drawing drawing) {
    var layout = Layout.of(drawing);
    var boxes = layout.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      assertThat(box.x()).isGreaterThanOrEqualTo(Layout.MARGIN - 1);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(layout.width() - Layout.MARGIN + 1);
      assertThat(box.bottom()).isLessThanOrEqualTo(layout.height() - Layout.MARGIN + 1);
      for (int k = i + 1; k < boxes.size(); k++) {
        assertThat(overlap(box, boxes.get(k))).as("%d over %d", i, k).isFalse();
      }
    }
  }

  private static boolean overlap(Layout.Box a, Layout.Box b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.bottom()
        && b.y() < a.bottom();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void leadsEveryArrowFromItsBoxToTheOther(Drawing drawing) {
    var layout = Layout.of(drawing);
    for (int i = 0; i < drawing.arrows().size(); i++) {
      var arrow = drawing.arrows().get(i);
      var route = layout.routes().get(i);
      var from = layout.boxes().get(arrow.from());
      var to = layout.boxes().get(arrow.to());
      // Arrows back stand beside the middle, so that they do not hide those that lead on.
      double aside = route.back() ? 0.3 : 0;
      assertThat(Math.abs(route.points().getFirst().x() - from.middle()))
          .isCloseTo(aside * from.width(), within(0.01));
      assertThat(Math.abs(route.points().getLast().x() - to.middle()))
          .isCloseTo(aside * to.width(), within(0.01));
      assertThat(route.points().getFirst().y()).isEqualTo(route.back() ? from.y() : from.bottom());
      assertThat(route.points().getLast().y()).isEqualTo(route.back() ? to.bottom() : to.y());
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void keepsItsWordsInsideTheirBoxes(Drawing drawing) {
    for (var box : Layout.of(drawing).boxes()) {
      double size = box.node().shape() == Shape.WAY ? Layout.SMALL : Layout.SIZE;
      assertThat(box.lines())
          .allSatisfy(l -> assertThat(Lettering.width(l, size)).isLessThan(box.width()));
    }
  }

  @Test
  void tellsALongWayShort() {
    assertThat(Lettering.lines("one two three four five", 10, 60, 2))
        .containsExactly("one two", "three four…");
    assertThat(Lettering.lines("x".repeat(50), 10, 60, 2)).allMatch(l -> l.endsWith("…"));
  }

  @Test
  void showsTheNameOfAValueWithoutItsPlurals() {
    assertThat(
            Lettering.withoutForms(
                "In {order.days, plural, one {# day} other {# days, {name}}} to {city}, you know."))
        .isEqualTo("In {order.days} to {city}, you know.");
  }

  @Test
  void standsSideBySideWhatMayFollowAChoice() {
    var drawing =
        new Drawing(
            "f",
            "F",
            SAMPLE.company().defaultLanguage(),
            List.of(
                node(Shape.START),
                node(Shape.CHOICE),
                node(Shape.WAY),
                node(Shape.WAY),
                node(Shape.END)),
            List.of(
                new Arrow(0, 1),
                new Arrow(1, 2),
                new Arrow(1, 3),
                new Arrow(2, 4),
                new Arrow(3, 4)));
    var boxes = Layout.of(drawing).boxes();
    assertThat(boxes.get(2).y()).isEqualTo(boxes.get(3).y());
    assertThat(boxes.get(2).x()).isLessThan(boxes.get(3).x());
    assertThat(boxes.get(1).middle()).isEqualTo(boxes.get(4).middle());
    assertThat(boxes.get(4).y()).isGreaterThan(boxes.get(3).bottom());
  }

  private static Node node(Shape shape) {
    return new Node(shape, "", "text", Optional.empty());
  }
}
