package dev.sayonce.console;

import dev.sayonce.platform.Refusal;
import dev.sayonce.staff.Agents.NewAgent;
import dev.sayonce.staff.Role;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What an admin typed about a new agent. */
record AgentForm(String login, String name, String role, Set<String> teams, Set<String> languages) {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,80}");
  private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  AgentForm(
      @Nullable String login,
      @Nullable String name,
      @Nullable String role,
      @Nullable Set<String> teams,
      @Nullable Set<String> languages) {
    this.login = text(login).toLowerCase(Locale.ROOT);
    this.name = text(name);
    this.role = text(role);
    this.teams = teams == null ? Set.of() : teams;
    this.languages = languages == null ? Set.of() : languages;
  }

  /** The agent to make, or a refusal that names the field at fault. */
  NewAgent checked() {
    demand(LOGIN.matcher(login).matches(), "login");
    demand(NAME.matcher(name).matches(), "name");
    demand(teams.stream().allMatch(team -> TEAM.matcher(String.valueOf(team)).matches()), "teams");
    demand(
        languages.stream().allMatch(code -> LANGUAGE.matcher(String.valueOf(code)).matches()),
        "languages");
    return new NewAgent(
        login, name, Role.named(role).orElseThrow(() -> invalid("role")), teams, languages);
  }

  private static void demand(boolean right, String field) {
    if (!right) {
      throw invalid(field);
    }
  }

  private static Refusal invalid(String field) {
    return new Refusal(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Correct the field %s.".formatted(field))
        .with("field", field);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
