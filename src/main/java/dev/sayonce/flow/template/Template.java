package dev.sayonce.flow.template;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text in ICU's message format: {@code {orderNumber}}, {@code {days, plural, one {# day} other {#
 * days}}}. A part of a value is named with a dot: {@code {order.label}}. What is not known renders
 * as a dash.
 */
public final class Template {

  public static final String MISSING = "–";

  /** ICU takes no dot in a name; this letter stands for it, character for character. */
  private static final char DOT = '·';

  private static final Pattern DOTTED =
      Pattern.compile("(?<=\\{)(\\s*[a-zA-Z]\\w*(?:\\.\\w+)+\\s*)(?=[,}])");

  private final String text;
  private final MessagePattern pattern;

  private Template(String text, MessagePattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * Why a text can't be read.
   *
   * @param at the character where, from 0
   */
  public record Mistake(int at, String what) {}

  /** True if the text is what it is, whatever the values are. */
  public static boolean isPlain(String text) {
    return text.indexOf('{') < 0 && text.indexOf('}') < 0 && !text.contains("''");
  }

  /** Renders a text that was checked when it was read; of one that was not, the text itself. */
  public static String render(String text, Locale locale, TemplateValues values) {
    if (isPlain(text)) {
      return text;
    }
    try {
      return parse(text).render(locale, values);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return text;
    }
  }

  /** What is wrong with the text, if anything is. */
  public static Optional<Mistake> mistake(String text) {
    try {
      parse(text);
      return apostrophe(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.of(
          new Mistake(Math.max(0, text.indexOf('{')), String.valueOf(e.getMessage())));
    }
  }

  /** ICU reads an apostrophe before a brace as "what follows is no value", which nobody means. */
  private static Optional<Mistake> apostrophe(String text) {
    int at = text.indexOf("'{");
    return at < 0 ? Optional.empty() : Optional.of(new Mistake(at, "an apostrophe before a {"));
  }

  /**
   * @throws IllegalArgumentException if the text is no template
   */
  public static Template parse(String text) {
    var dotless = DOTTED.matcher(text).replaceAll(m -> m.group().replace('.', DOT));
    var pattern = new MessagePattern(dotless);
    if (pattern.countParts() > 0 && pattern.hasNumberedArguments()) {
      throw new IllegalArgumentException("values have names, not numbers");
    }
    return new Template(dotless, pattern);
  }

  /** The names of the values, a dotted one by its first part, with how they are used. */
  public Set<Argument> arguments() {
    var found = new LinkedHashSet<Argument>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_START) {
        var name = name(i);
        var kind = pattern.getPart(i).getArgType();
        found.add(new Argument(name, kind, pattern.getPart(i).getIndex()));
      }
    }
    return found;
  }

  /**
   * A value that a text names.
   *
   * @param at the character where, from 0
   */
  public record Argument(String name, ArgType kind, int at) {

    /** The name of the slot or result, without its parts. */
    public String root() {
      int dot = name.indexOf('.');
      return dot < 0 ? name : name.substring(0, dot);
    }
  }

  /** Forms of a plural that the language has and the text has not. */
  public record Gap(String name, List<String> forms) {}

  /** Empty for a text that can't be read, and where a plural names exact numbers. */
  public static List<Gap> missingForms(String text, Locale locale) {
    if (isPlain(text) || mistake(text).isPresent()) {
      return List.of();
    }
    var template = parse(text);
    return IntStream.range(0, template.pattern.countParts())
        .filter(i -> template.pattern.getPart(i).getArgType() == ArgType.PLURAL)
        .filter(i -> template.pattern.getPartType(i) == Part.Type.ARG_START)
        .mapToObj(i -> template.gap(i, locale))
        .filter(gap -> !gap.forms().isEmpty())
        .toList();
  }

  private Gap gap(int start, Locale locale) {
    var forms = new TreeSet<>(PluralRules.forLocale(locale).getKeywords());
    for (int i = start; i < pattern.getLimitPartIndex(start); i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
        var selector = pattern.getSubstring(pattern.getPart(i));
        forms.remove(selector);
        if (selector.startsWith("=")) {
          forms.clear();
        }
      }
    }
    return new Gap(name(start), List.copyOf(forms));
  }

  private String name(int argStart) {
    return pattern.getSubstring(pattern.getPart(argStart + 1)).replace(DOT, '.');
  }

  public String render(Locale locale, TemplateValues values) {
    var out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        int limit = pattern.getLimitPartIndex(i);
        out.append(text, from, part.getIndex()).append(argument(i, limit, locale, values));
        from = pattern.getPart(limit).getLimit();
        i = limit;
      } else if (part.getType() == Part.Type.SKIP_SYNTAX) {
        out.append(text, from, part.getIndex());
        from = part.getLimit();
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private String argument(int start, int limit, Locale locale, TemplateValues values) {
    if (pattern.getPart(start).getArgType() == ArgType.NONE) {
      return values.shown(name(start), locale).orElse(MISSING);
    }
    try {
      var source =
          text.substring(pattern.getPart(start).getIndex(), pattern.getPart(limit).getLimit());
      return new MessageFormat(source, locale).format(known(start, limit, locale, values));
    } catch (IllegalArgumentException _) {
      return MISSING; // a plural of what is no number, or of nothing
    }
  }

  /** All values that the argument and those inside it name. */
  private Map<String, Object> known(int start, int limit, Locale locale, TemplateValues values) {
    var known = new HashMap<String, Object>();
    for (int i = start; i < limit; i++) {
      if (pattern.getPartType(i) == Part.Type.ARG_START) {
        var name = name(i);
        boolean plain = pattern.getPart(i).getArgType() == ArgType.NONE;
        var value =
            plain
                ? Optional.<Object>of(values.shown(name, locale).orElse(MISSING))
                : values.raw(name).or(() -> values.shown(name, locale));
        known.put(name.replace('.', DOT), value.orElse(MISSING));
      }
    }
    return known;
  }

  @Override
  public String toString() {
    return text.replace(DOT, '.');
  }

  /** Values that texts may not name, for the problems of authors. */
  public static List<ArgType> numeric() {
    return List.of(ArgType.PLURAL, ArgType.SELECTORDINAL, ArgType.CHOICE);
  }
}
