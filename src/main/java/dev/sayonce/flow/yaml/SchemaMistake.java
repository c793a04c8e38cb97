package dev.sayonce.flow.yaml;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Turns what the schema refuses into a plain sentence with a remedy. */
record SchemaMistake(Error error, JsonNode holder) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
  private static final String TORN_OFF =
      "A comma ends the text before `%s`: put the whole text in quotes.";

  static SchemaMistake of(Error error, Schemas schemas) {
    return new SchemaMistake(error, schemas.holder(error.getSchemaLocation()));
  }

  /** Tells it, unless it is a value that is told at its key; false then. */
  boolean report(YamlFile file, Problems problems) {
    if (!isTornOff(pointer(), file)) {
      tell(file, problems);
    } else if (isAboutKey()) {
      problems.add(file.path(), file.spot(pointer()), TORN_OFF.formatted(error.getProperty()));
    } else {
      return false;
    }
    return true;
  }

  void tell(YamlFile file, Problems problems) {
    problems.add(file.path(), file.spot(pointer()), sentence());
  }

  /**
   * Words behind a comma in a group, {@code {en: Well, then}}: YAML takes them for a key without a
   * value.
   */
  private static boolean isTornOff(JsonPointer at, YamlFile file) {
    var key = at.last() == null ? null : at.last().getMatchingProperty();
    return key != null
        && file.root().at(at.head()).isObject()
        && file.root().at(at).isNull()
        && !NAME.matcher(key).matches();
  }

  /** For an unknown key the place of the key itself. */
  private JsonPointer pointer() {
    var at = JsonPointer.compile(error.getInstanceLocation().toString());
    return isAboutKey() ? at.appendProperty(error.getProperty()) : at;
  }

  private boolean isAboutKey() {
    var keyword = error.getKeyword();
    return keyword.equals("additionalProperties") || keyword.equals("propertyNames");
  }

  private String sentence() {
    var limit = error.getSchemaNode().asString("");
    return switch (error.getKeyword()) {
      case "required" -> "`" + error.getProperty() + "` is missing. " + expected();
      case "additionalProperties", "propertyNames" -> unknownKey();
      case "type" -> wrongType(limit);
      case "pattern", "enum" -> "`" + value() + "` does not fit here" + meant() + description();
      case "maximum" -> "This is more than " + limit + ". " + description();
      case "minimum" -> "This is less than " + limit + ". " + description();
      case "maxLength" -> "This is longer than " + limit + " characters. " + description();
      case "minItems" -> "This needs at least " + limit + ". " + description();
      case "maxItems", "maxProperties" ->
          "There are more than " + limit + " here. " + description();
      case "minProperties" -> "There is nothing here. " + description();
      case "uniqueItems" -> "Something stands here twice: remove one. " + description();
      default -> error.getMessage() + ". " + description();
    };
  }

  /** One of a few names, nearly. */
  private String meant() {
    return Nearest.to(value(), names()).map(near -> ": did you mean `" + near + "`? ").orElse(". ");
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    error.getSchemaNode().forEach(name -> names.add(name.stringValue("")));
    return names;
  }

  private String unknownKey() {
    var key = error.getProperty();
    var known = known();
    var remedy =
        Nearest.to(key, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> isRuled(known) ? description(keyRule()) : Nearest.remedy(key, known));
    return "`" + key + "` does not belong here: " + remedy;
  }

  /** Whether a rule says better than a list of names what may stand here. */
  private boolean isRuled(List<String> known) {
    return known.isEmpty() || error.getKeyword().equals("propertyNames");
  }

  /** What the keys must look like, which may stand in the names' own schema. */
  private JsonNode keyRule() {
    var rule = error.getSchemaNode();
    return rule.has("description") ? rule : holder;
  }

  private List<String> known() {
    var known = new ArrayList<String>();
    if (error.getKeyword().equals("additionalProperties")) {
      known.addAll(holder.path("properties").propertyNames());
    }
    error.getSchemaNode().path("enum").forEach(name -> known.add(name.stringValue("")));
    return known;
  }

  private String wrongType(String wanted) {
    var found = error.getInstanceNode();
    if (found.isNull() || found.isMissingNode() || (found.isValueNode() && value().isBlank())) {
      return "There is nothing here. " + description();
    }
    if (wanted.equals("string") && found.isValueNode()) {
      return "This must be a text: put it in quotes, '%s'. %s".formatted(value(), description());
    }
    return wanted.isEmpty()
        ? "A value of this kind does not fit here. " + description()
        : "This must be " + kind(wanted) + ". " + description();
  }

  private static String kind(String type) {
    return switch (type) {
      case "object" -> "a group of keys with values";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false, without quotes";
      default -> type;
    };
  }

  private String value() {
    var value = error.getInstanceNode().asString("");
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }

  private String expected() {
    var property = holder.path("properties").path(error.getProperty());
    return property.has("description") ? description(property) : description();
  }

  private String description() {
    return description(holder);
  }

  private static String description(JsonNode schema) {
    return schema.path("description").stringValue("");
  }
}
