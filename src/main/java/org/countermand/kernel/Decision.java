package org.countermand.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * What a door answers: a value, or a "no" that is a value too.
 *
 * @param <T> what is given when the answer is yes
 */
public sealed interface Decision<T> {

  record Accepted<T>(T value) implements Decision<T> {}

  /**
   * A no.
   *
   * @param findings why, never empty
   */
  record Refused<T>(List<Finding> findings) implements Decision<T> {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("A refusal says why");
      }
    }
  }

  static <T> Decision<T> yes(T value) {
    return new Accepted<>(value);
  }

  static <T> Decision<T> no(List<Finding> findings) {
    return new Refused<>(findings);
  }

  static <T> Decision<T> no(Finding finding) {
    return new Refused<>(List.of(finding));
  }

  static <T> Decision<T> no(ReasonCode code) {
    return no(Finding.of(code));
  }

  /** The value of a yes turned into another; a no stays what it is. */
  default <R> Decision<R> map(Function<? super T, ? extends R> change) {
    if (this instanceof Accepted<T> yes) {
      return new Accepted<>(change.apply(yes.value()));
    }
    return new Refused<>(((Refused<T>) this).findings());
  }

  /** The value of a yes asked on; a no stays what it is. */
  default <R> Decision<R> then(Function<? super T, Decision<R>> next) {
    if (this instanceof Accepted<T> yes) {
      return next.apply(yes.value());
    }
    return new Refused<>(((Refused<T>) this).findings());
  }
}
