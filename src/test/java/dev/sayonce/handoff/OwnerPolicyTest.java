package dev.sayonce.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayonce.conversation.Agent;
import dev.sayonce.handoff.OwnerPolicy.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees a complaint through. */
class OwnerPolicyTest {

  private static Candidate candidate(String name, boolean ofTheTeam, boolean present, int load) {
    return new Candidate(new Agent(name, name), ofTheTeam, present, load);
  }

  private static String chosen(Candidate... candidates) {
    return OwnerPolicy.choose(List.of(candidates)).orElseThrow().name();
  }

  @Test
  void isWhoeverOfTheTeamIsThereAndHasLeastToDo() {
    assertThat(
            chosen(
                candidate("Anna", true, true, 3),
                candidate("Boris", true, true, 1),
                candidate("Celina", true, false, 0),
                candidate("Dorota", false, true, 0)))
        .isEqualTo("Boris");
  }

  @Test
  void isSomebodyWhoIsThereForAllBeforeSomebodyWhoIsNot() {
    assertThat(chosen(candidate("Anna", true, false, 0), candidate("Dorota", false, true, 9)))
        .isEqualTo("Dorota");
  }

  @Test
  void isSomebodyOfTheTeamWhereNobodyIsThere() {
    assertThat(chosen(candidate("Adam", false, false, 0), candidate("Zofia", true, false, 5)))
        .isEqualTo("Zofia");
  }

  @Test
  void isTheSameHoweverTheyAreListed() {
    var anna = candidate("Anna", true, true, 1);
    var boris = candidate("Boris", true, true, 1);
    assertThat(chosen(anna, boris)).isEqualTo(chosen(boris, anna));
  }

  @Test
  void isNobodyWhereThereIsNobody() {
    assertThat(OwnerPolicy.choose(List.of())).isEmpty();
  }
}
