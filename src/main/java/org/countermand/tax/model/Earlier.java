package org.countermand.tax.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.kernel.Money;

/**
 * What was documented of an order before.
 *
 * @param credited what the documents come to
 * @param gross what had been paid for what they undid
 * @param withheld of it
 * @param cancellations what they are for
 */
record Earlier(Money credited, Money gross, List<Withheld> withheld, Set<UUID> cancellations) {

  Earlier {
    withheld = List.copyOf(withheld);
    cancellations = Set.copyOf(cancellations);
  }

  /** Documents from before there were texts say their total, and no more. */
  static Earlier of(List<IssuedDocument> documents, Money zero) {
    Money credited = zero;
    Money gross = zero;
    for (IssuedDocument document : documents) {
      credited = credited.plus(document.total());
      gross =
          gross.plus(
              document.document().map(read -> read.reversal().gross()).orElse(document.total()));
    }
    return new Earlier(
        credited,
        gross,
        documents.stream()
            .map(IssuedDocument::document)
            .flatMap(Optional::stream)
            .flatMap(read -> read.reversal().withheld().stream())
            .toList(),
        documents.stream().map(IssuedDocument::cancellationId).collect(Collectors.toSet()));
  }
}
