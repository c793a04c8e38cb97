package dev.sayonce.flow.template;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a text may name: each value as people read it and as a plural or a choice goes by it. */
public interface TemplateValues {

  /** As people of that language write it; empty if it is not known. */
  Optional<String> shown(String name, Locale locale);

  /** A number, a text, true or false; empty if it is not known. */
  Optional<Object> raw(String name);

  /** Plain words by their names. */
  static TemplateValues of(Map<String, String> values) {
    return new TemplateValues() {
      @Override
      public Optional<String> shown(String name, Locale locale) {
        return Optional.ofNullable(values.get(name));
      }

      @Override
      public Optional<Object> raw(String name) {
        return Optional.ofNullable(values.get(name));
      }
    };
  }
}
