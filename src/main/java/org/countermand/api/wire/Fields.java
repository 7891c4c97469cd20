package org.countermand.api.wire;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one body into the words of the model and collects everything that is wrong
 * with them. Where a value is wrong a substitute stands in, so that the caller learns of all faults
 * at once; what was read counts only while {@link #findings()} is empty.
 */
public final class Fields {

  /** Enough to mend a body by; a body of nothing but faults shall not make a larger answer. */
  private static final int MOST_FINDINGS = 100;

  private final String path;
  private final List<Finding> findings;

  /** The fields of a whole body. */
  Fields() {
    this("", new ArrayList<>());
  }

  private Fields(String path, List<Finding> findings) {
    this.path = path;
    this.findings = findings;
  }

  /** The fields of an object inside this one; they share their findings. */
  Fields within(String name) {
    return new Fields(path + name + ".", findings);
  }

  /** Everything found so far; empty if all is well. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  void found(ReasonCode code, String name) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(Finding.of(code, "field", path + name));
    }
  }

  void invalid(String name) {
    found(ReasonCode.FIELD_INVALID, name);
  }

  /** A value that has to be there. */
  <T> T required(String name, @Nullable T value, T substitute) {
    if (value == null) {
      found(ReasonCode.FIELD_MISSING, name);
      return substitute;
    }
    return value;
  }

  /** One line of text that has to be there. */
  String text(String name, @Nullable String value, int longest) {
    String text = optionalText(name, value, longest);
    if (text.isBlank()) {
      found(ReasonCode.FIELD_MISSING, name);
    }
    return text;
  }

  /** One line of text, or empty. */
  String optionalText(String name, @Nullable String value, int longest) {
    return checked(name, value, longest, Texts.isOneLine(value));
  }

  /** Text in people's own words, of several lines perhaps, or empty. */
  String optionalProse(String name, @Nullable String value, int longest) {
    return checked(name, value, longest, Texts.isProse(value));
  }

  private String checked(String name, @Nullable String value, int longest, boolean clean) {
    if (value == null) {
      return "";
    }
    if (!clean || value.codePointCount(0, value.length()) > longest) {
      invalid(name);
    }
    return value;
  }

  /**
   * A text with a form, or nothing where it is missing, which is a finding.
   *
   * @param reading throws {@link IllegalArgumentException} or {@link DateTimeException} for a text
   *     that has not this form
   */
  <T> Optional<T> parsed(String name, @Nullable String value, Function<String, T> reading) {
    if (value == null) {
      found(ReasonCode.FIELD_MISSING, name);
    }
    return optionalParsed(name, value, reading);
  }

  /** As {@link #parsed}, but it may be missing. */
  <T> Optional<T> optionalParsed(String name, @Nullable String value, Function<String, T> reading) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(value));
    } catch (IllegalArgumentException | DateTimeException e) {
      invalid(name);
      return Optional.empty();
    }
  }

  /** Every element of a list that may be missing, each with its own fields. */
  <T, R> List<R> each(
      String name, @Nullable List<T> values, int most, BiFunction<T, Fields, R> reading) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      invalid(name);
      return List.of();
    }
    List<R> read = new ArrayList<>(values.size());
    for (T value : values) {
      read.add(reading.apply(value, within(name + "[" + (read.size() + 1) + "]")));
    }
    return read;
  }
}
