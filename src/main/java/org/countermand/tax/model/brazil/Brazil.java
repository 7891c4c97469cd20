package org.countermand.tax.model.brazil;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * Ajuste SINIEF 07/2005: an NF-e whose goods have not moved is cancelled within its state's hours
 * (Ato COTEPE 35/2010: 24); later it is reversed (finNFe=3) where the state lets it; once goods
 * have moved they are returned by another one (finNFe=4), which the seller issues himself for a
 * consumer.
 */
public final class Brazil extends DataRegime {

  public Brazil() {
    super("brazil");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    if (supply.moved()) {
      return named(
          draft(DocumentKind.NFE_RETURN, reversal, seller)
              .fact("purpose", 4)
              .fact("issuer", supply.isToConsumer() ? "SELLER" : "BUYER"),
          reversal);
    }
    if (!reversal.isWhole()) {
      return named(
          reversed(reversal, seller).finding(Finding.of(ReasonCode.TAX_PARTLY_UNDONE)), reversal);
    }
    return switch (hours(reversal).at(atMost(reversal), atLeast(reversal))) {
      case IN_TIME -> named(cancelled(reversal, seller), reversal);
      case WITH_FINE ->
          named(
              cancelled(reversal, seller)
                  .finding(Finding.of(ReasonCode.TAX_CANCELLED_LATE, "place", supply.place())),
              reversal);
      case UNCLEAR ->
          named(
              reversed(reversal, seller).finding(Finding.of(ReasonCode.TAX_HOURS_UNCLEAR)),
              reversal);
      case OVER -> named(reversed(reversal, seller), reversal);
    };
  }

  private Hours hours(Reversal reversal) {
    return new Hours(number("cancel.hours", reversal), number("cancel.hours.fined", reversal));
  }

  private RulingDraft cancelled(Reversal reversal, Seller seller) {
    int hours = number("cancel.hours", reversal);
    return draft(DocumentKind.NFE_CANCELLATION, reversal, seller)
        .until(reversal.supply().invoicedOn().plusDays(hours / 24))
        .fact("hours", hours);
  }

  private RulingDraft reversed(Reversal reversal, Seller seller) {
    return draft(DocumentKind.NFE_REVERSAL, reversal, seller).fact("purpose", 3);
  }

  private static Ruling named(RulingDraft draft, Reversal reversal) {
    return draft
        .required(reversal.supply().isInvoiced())
        .fact("key", reversal.supply().invoice().number())
        .fact("state", reversal.supply().place().region())
        .original()
        .ruling();
  }

  /** The invoice is not older than the order, nor than its day. */
  private static Duration atMost(Reversal reversal) {
    Duration byDay = Duration.ofDays(daysSince(reversal) + 1);
    return reversal.circumstances().age().filter(age -> age.compareTo(byDay) < 0).orElse(byDay);
  }

  private static Duration atLeast(Reversal reversal) {
    return Duration.ofDays(Math.max(0, daysSince(reversal) - 1));
  }

  private static long daysSince(Reversal reversal) {
    return ChronoUnit.DAYS.between(reversal.supply().invoicedOn(), reversal.on());
  }
}
