package dev.sayonce.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.cli.SmallCompany;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.yaml.FlowReader;
import dev.sayonce.flow.yaml.Reading;
import dev.sayonce.flow.yaml.TalksReader;
import dev.sayonce.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkPlayerTest {

  private static final String BOOKING =
      """
      title: {en: Booking}
      phrases: {en: [book a table, i want to book, reserve a table]}
      slots:
        guests: {title: {en: Guests}, type: number, min: 1, max: 20}
      steps:
        - ask: guests
          say: {en: For how many?}
        - id: try
          call: table.book
          with: {guests: "= guests * 2.0"}
          as: table
          on-error: again
        - say: {en: "Table {table.name}, {table.seats, plural, one {# seat} other {# seats}}."}
        - end: open
        - id: again
          say: {en: Once more.}
        - goto: try
      """;

  @TempDir private Path folder;

  @Test
  void givesMocksOneAfterTheOtherAndKeepsTheLast() {
    var played =
        play(
            """
            - name: x
              mock: {table.book: [{error: busy}, {error: busy}, {name: A, seats: 1}]}
              talk:
                - user: book a table
                - user: "3"
                - called: {action: table.book, with: {guests: 6}}
                - bot: {contains: Once more}
                - bot: {says: Once more.}
                - bot: {says: "Table A, 1 seat."}
                - end: open
            """);
    assertThat(played.failure()).isEmpty();
  }

  @Test
  void tellsACallThatWasOtherwise() {
    assertThat(
            got(
                """
                - name: x
                  mock: {table.book: {name: A, seats: 2}}
                  talk:
                    - user: book a table
                    - user: "3"
                    - called: {action: table.book, with: {guests: 3}}
                """))
        .isEqualTo("only these calls: [table.book {guests=6.0}]");
  }

  @Test
  void tellsThatNothingMoreWasSaid() {
    assertThat(
            got(
                """
                - name: x
                  talk:
                    - user: book a table
                    - bot: {asks: guests}
                    - bot: {contains: how many}
                """))
        .isEqualTo("nothing more");
  }

  @Test
  void tellsWhichButtonsThereAre() {
    assertThat(
            got(
                """
                - name: x
                  talk:
                    - user: book a table
                    - press: seven
                """))
        .isEqualTo("there are no buttons to press");
  }

  @Test
  void tellsWhatIsKnownInstead() {
    assertThat(
            got(
                """
                - name: x
                  mock: {table.book: {name: A, seats: 2}}
                  talk:
                    - user: book a table
                    - user: three
                    - slots: {guests: 4}
                """))
        .isEqualTo("guests: 3");
  }

  @Test
  void goesRoundForEverOnlyToAPerson() {
    var played =
        play(
            """
            - name: x
              mock: {table.book: {error: busy}}
              talk:
                - user: book a table
                - user: "3"
                - handoff: {reason: broken}
            """);
    assertThat(played.failure()).isEmpty();
  }

  @Test
  void setsTheClockAndTheDesk() {
    var played =
        play(
            """
            - name: x
              clock: 2026-05-04T09:30:00+02:00
              desk: []
              talk:
                - user: book a table
                - wait: 10m
                - bot: {contains: still there}
                - wait: 1h
                - end: abandoned
                - user: agent
                - bot: {contains: Leave an e-mail}
            """);
    assertThat(played.failure()).isEmpty();
    assertThat(played.transcript().getFirst().at()).hasToString("2026-05-04T07:30:00Z");
  }

  @Test
  void countsWhatWasReachedAndTaken() {
    var played =
        play(
            """
            - name: x
              mock: {table.book: {name: A, seats: 2}}
              talk:
                - user: book a table
                - user: "2"
                - end: open
            """);
    var coverage = Coverage.of(set(), List.of(played)).flows();
    assertThat(coverage).extracting(Coverage.OfFlow::flow).containsExactly("booking", "repair");
    var booking = coverage.getFirst();
    assertThat(List.of(booking.stepsReached(), booking.steps())).containsExactly(4, 6);
    assertThat(List.of(booking.waysTaken(), booking.ways())).containsExactly(1, 2);
    assertThat(booking.missed()).containsExactly(12, 15, 17);
  }

  private String got(String test) {
    return play(test).failure().orElseThrow().got();
  }

  private Played play(String test) {
    SmallCompany.in(folder)
        .with("booking.yaml", BOOKING)
        .with("tests/one.yaml", "tests:\n" + test.indent(2));
    var found = new TalksReader().read(folder, Optional.of(set()));
    assertThat(found.problems()).isEmpty();
    var talk = found.talks().stream().filter(t -> t.name().equals("x")).findFirst().orElseThrow();
    return new TalkPlayer(set(), Knowledge.of(set())::understand).play(talk);
  }

  private FlowSet set() {
    return ((Reading.Good) new FlowReader().read(folder)).set();
  }
}
