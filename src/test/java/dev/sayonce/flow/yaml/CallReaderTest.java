package dev.sayonce.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.flow.Runner;
import dev.sayonce.flow.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow asks of a back end is held against the catalogue, and a slip told with its place. */
class CallReaderTest {

  private static final FlowReader READER = new FlowReader();

  private static final String CATALOGUE =
      """
      url: https://api.example.com
      actions:
        order.status:
          title: {pl: Stan, en: Status}
          request: GET /orders/{id}
          input:
            id: {title: {pl: Numer, en: Number}, pattern: '[A-Z]{2}\\d{6}', example: AB123456}
          output: {state: {}, days: {type: number}}
          refusals: {404: unknown-order}
          allowed: [bot]
        order.refund:
          title: {pl: Zwrot, en: Refund}
          request: POST /orders/{id}/refund
          body: {amount: "{amount}"}
          input:
            id: {title: {pl: Numer, en: Number}}
            amount: {title: {pl: Kwota, en: Amount}, type: money, currency: PLN, optional: true}
          allowed: [bot]
          needs: [confirmation]
        order.erase:
          title: {pl: Usuń, en: Erase}
          request: DELETE /orders/{id}
          input: {id: {title: {pl: Numer, en: Number}}}
          allowed: [supervisor]
      """;

  private static final String FLOW =
      """
      title: {pl: Proces, en: Process}
      slots:
        orderNumber:
          title: {pl: Numer, en: Number}
          pattern: '[A-Z]{2}\\d{6}'
          example: AB123456
        sure: {title: {pl: Na pewno, en: Sure}, type: yes-no}
      steps:
        - ask: orderNumber
          say: {pl: Numer?, en: Number?}
        - ask: sure
          say: {pl: Na pewno?, en: Sure?}
        - CALL
        - say: {pl: "SAY", en: "SAY"}
        - branch:
            - {if: "IF", goto: end}
        - id: end
          end: open
      """;

  private static List<String> told(String call, String say, String condition) {
    var files = new HashMap<>(CorpusTest.COMPANY);
    files.put("actions/shop.yaml", CATALOGUE);
    files.put("proc.yaml", FLOW.replace("CALL", call).replace("SAY", say).replace("IF", condition));
    return switch (READER.read(files)) {
      case Reading.Good(_, var warnings) -> told(warnings);
      case Reading.Bad(var problems) -> told(problems);
    };
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {call: order.stats, with: {id: "{orderNumber}"}}       | 13:6 | There is no action `order.stats` in actions/: did you mean `order.status`?
          {call: order.status}                                   | 13:6 | `order.status` is not told its `id`
          {call: order.status, with: {id: "{sure}"}}             | 13:33 | The slot `sure` does not fit the input `id`, which is of the type shaped
          {call: order.status, with: {id: "12"}}                 | 13:33 | This does not fit the input `id`
          {call: order.status, with: {id: "{orderNumber}", nah: 1}} | 13:54 | `order.status` takes no `nah`
          {call: order.status, with: {id: "{orderNumber}"}, on-error: {unknown-orde: end}} | 13:66 | `order.status` never fails for `unknown-orde`: did you mean `unknown-order`?
          {call: order.refund, with: {id: "{orderNumber}"}}      | 13:6 | `order.refund` needs the customer's yes
          {call: order.refund, with: {id: "1"}, confirmed: orderNumber} | 13:43 | There is no slot `orderNumber` of the type yes-no
          {call: order.refund, with: {id: "1", amount: "{sure}"}, confirmed: sure} | 13:42 | The slot `sure` does not fit the input `amount`, which is of the type money
          {call: order.erase, with: {id: "1"}}                   | 13:6 | The bot may not run `order.erase`
          """)
  void tellsWhatIsWrongWithACall(String call, String place, String words) {
    assertThat(told(call, "ok", "language == 'pl'"))
        .anyMatch(p -> p.startsWith("proc.yaml:" + place + ": " + words));
  }

  @Test
  void tellsWhatAResultHasNot() {
    var call = "{call: order.status, with: {id: \"{orderNumber}\"}, as: order}";
    assertThat(told(call, "It is {order.stat}.", "order.dais < 3.0 && 'order.no' != order.state"))
        .containsExactly(
            "proc.yaml:14:22: The result `order` has no `stat`: did you mean `state`?",
            "proc.yaml:14:49: The result `order` has no `stat`: did you mean `state`?",
            "proc.yaml:16:21: The result `order` has no `dais`: did you mean `days`?");
    assertThat(told(call, "It is {order}.", "order.days < 3.0"))
        .anyMatch(p -> p.contains("{order} is a whole result: write a part of it, {order.days}"));
  }

  @Test
  void bindsACallWithAWayForEachFailure() {
    var files = new HashMap<>(CorpusTest.COMPANY);
    files.put("actions/shop.yaml", CATALOGUE);
    var call =
        "{call: order.refund, with: {id: \"{orderNumber}\", amount: 12.5}, confirmed: sure,"
            + " on-error: {unavailable: end, else: to-human}}";
    files.put("proc.yaml", FLOW.replace("CALL", call).replace("SAY", "ok").replace("IF", "sure"));
    var set = ((Reading.Good) READER.read(files)).set();
    var step = (Step.Call) set.flow("proc").orElseThrow().steps().get(2);
    assertThat(step.onError()).isEqualTo(Map.of("unavailable", "end", "else", "to-human"));
    assertThat(step.confirmed()).contains("sure");
    var refund = set.action("order.refund").orElseThrow();
    assertThat(refund.service()).isEqualTo("shop");
    assertThat(refund.request().isRepeatable()).isFalse();
    assertThat(refund.rights().confirmed()).isTrue();
    assertThat(set.action("order.status").orElseThrow().effort().retries()).isEqualTo(1);
  }

  @Test
  void takesTheCatalogueIntoTheHashAndTheSources() {
    var files = new HashMap<>(CorpusTest.COMPANY);
    files.put("actions/shop.yaml", CATALOGUE);
    var one = ((Reading.Good) READER.read(files)).set();
    files.put("actions/shop.yaml", CATALOGUE.replace("404", "410"));
    var other = ((Reading.Good) READER.read(files)).set();
    assertThat(one.hash()).isNotEqualTo(other.hash());
    assertThat(one.sources()).containsKey("actions/shop.yaml");
    var again = ((Reading.Good) READER.read(one.sources())).set();
    assertThat(again.hash()).isEqualTo(one.hash());
    assertThat(again.actions()).isEqualTo(one.actions());
  }

  @Test
  void allowsASupervisorWhatAnAgentMay() {
    var allowed =
        List.of(Runner.values()).stream()
            .filter(r -> r.isAtLeast(Runner.AGENT))
            .collect(Collectors.toSet());
    assertThat(allowed).containsExactlyInAnyOrder(Runner.AGENT, Runner.SUPERVISOR, Runner.ADMIN);
    assertThat(Runner.BOT.isAtLeast(Runner.AGENT)).isFalse();
    assertThat(Runner.ADMIN.isAtLeast(Runner.BOT)).isFalse();
  }
}
