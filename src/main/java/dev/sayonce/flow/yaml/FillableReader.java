package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Fillable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads texts with blanks, and sees that what they name is there and may stand where it stands. */
record FillableReader(Set<String> inputs) {

  /** What the connection itself says; and what would let one request be taken for two. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "host", "content-length", "transfer-encoding", "connection", "te", "upgrade", "expect");

  private static final String OWN = "SAYONCE_";
  private static final Pattern VALUE = Pattern.compile("(?<!\\$)\\{([a-z][a-zA-Z0-9]*)}");
  private static final Pattern SECRET = Pattern.compile("\\$\\{env\\.([A-Z][A-Z0-9_]*)}");

  Map<String, Fillable> headers(Place place) {
    var headers = new LinkedHashMap<String, Fillable>();
    place.fields().forEach((name, value) -> headers.put(name, header(name, value)));
    return headers;
  }

  private Fillable header(String name, Place value) {
    if (NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
      value.problem("The connection itself says `" + name + "`: remove it.");
    }
    SECRET
        .matcher(value.text())
        .results()
        .filter(m -> m.group(1).startsWith(OWN))
        .findFirst()
        .ifPresent(
            m ->
                value.problem(
                    m.start(),
                    "SayOnce's own secrets go nowhere else: give this one its own name."));
    return checked(value);
  }

  /** A text where no secret may stand, for it would be read on the way or written into logs. */
  Fillable open(Place place) {
    var secret = SECRET.matcher(place.text());
    if (secret.find()) {
      place.problem(
          secret.start(),
          "A secret is safe in a header only: put it under headers: and name it there.");
    }
    return checked(place);
  }

  private Fillable checked(Place place) {
    Fillable.strayBrace(place.text())
        .ifPresent(
            at ->
                place.problem(
                    at,
                    "A blank is an input in braces, {id}, or in a header ${env.SHOP_KEY}: correct it."));
    VALUE
        .matcher(place.text())
        .results()
        .filter(m -> !inputs.contains(m.group(1)))
        .forEach(
            m ->
                place.problem(
                    m.start(),
                    "{%s} is no input of this action: %s"
                        .formatted(m.group(1), Nearest.remedy(m.group(1), inputs))));
    return Fillable.of(place.text());
  }
}
