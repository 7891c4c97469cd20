package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countermand.kernel.Finding;
import org.countermand.order.model.TaxLine;

/**
 * What a regime makes of a reversal.
 *
 * @param document what is issued
 * @param required whether the law demands it; otherwise it is issued for the buyer's information
 * @param series the document's series at this seller, such as {@code CN} or {@code DE-CN}
 * @param taxes as the document states them, per authority and rate
 * @param lastDay on which it can be issued with effect, if there is one
 * @param facts what the document or the national service demands beside it, by name
 * @param findings what a person must know, such as a time limit that is over
 */
public record Ruling(
    DocumentKind document,
    boolean required,
    String series,
    List<TaxLine> taxes,
    Optional<LocalDate> lastDay,
    Map<String, String> facts,
    List<Finding> findings) {

  public Ruling {
    taxes = List.copyOf(taxes);
    facts = Map.copyOf(facts);
    findings = List.copyOf(findings);
  }

  /** The same with more that a person must know. */
  Ruling with(List<Finding> more) {
    return new Ruling(
        document,
        required,
        series,
        taxes,
        lastDay,
        facts,
        Stream.concat(findings.stream(), more.stream()).toList());
  }
}
