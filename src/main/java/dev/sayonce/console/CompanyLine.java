package dev.sayonce.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayonce.attachment.FileLimits;
import dev.sayonce.attachment.FilesProperties;
import dev.sayonce.flow.Action;
import dev.sayonce.flow.Flow;
import dev.sayonce.flow.FlowSet;
import dev.sayonce.flow.LocalText;
import dev.sayonce.flow.Slot;
import dev.sayonce.flow.Team;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a desk needs of the company itself, whoever waits there.
 *
 * @param company its name, as agents write it
 * @param slots everything that flows may learn, so that even what is not known yet has a name
 * @param actions what the catalogue of actions has, so that the transcript can name it
 * @param files absent where none may be sent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CompanyLine(
    String company,
    List<Titled> teams,
    List<SlotLine> slots,
    List<ActionLine> actions,
    Optional<FileLimits> files) {

  record Titled(String id, LocalText title) {}

  record SlotLine(String name, LocalText title) {}

  record ActionLine(String id, LocalText title, List<SlotLine> inputs) {}

  static CompanyLine of(FlowSet flows, FilesProperties files) {
    var company = flows.company();
    return new CompanyLine(
        company.name(),
        company.teams().values().stream().map(CompanyLine::titled).toList(),
        slots(flows),
        flows.actions().byId().values().stream().map(CompanyLine::action).toList(),
        FileLimits.of(files));
  }

  private static Titled titled(Team team) {
    return new Titled(team.id(), team.title());
  }

  private static ActionLine action(Action action) {
    return new ActionLine(action.id(), action.title(), inputs(action));
  }

  /** What an action is given, as people call it. */
  static List<SlotLine> inputs(Action action) {
    return action.input().values().stream()
        .map(input -> new SlotLine(input.slot().name(), input.slot().title()))
        .toList();
  }

  private static List<SlotLine> slots(FlowSet flows) {
    Map<String, LocalText> titles = new TreeMap<>();
    flows.flows().values().stream()
        .map(Flow::slots)
        .forEach(slots -> slots.forEach((name, slot) -> titles.put(name, title(slot))));
    return titles.entrySet().stream().map(e -> new SlotLine(e.getKey(), e.getValue())).toList();
  }

  private static LocalText title(Slot slot) {
    return slot.title();
  }
}
