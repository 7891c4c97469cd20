package org.countermand.tax.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.countermand.kernel.Jurisdiction;

/** A regime that governs the countries of its data, and takes from them what is only a number. */
public abstract class DataRegime implements Regime {

  private final String code;
  private final RegimeData data;

  /** Reads the data beside the regime's class. */
  protected DataRegime(String code) {
    this.code = code;
    this.data = RegimeData.beside(getClass());
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public boolean governs(Jurisdiction place) {
    return data.countries().contains(place.country());
  }

  /** As the line {@code fee.CONSUMER} or {@code fee.BUSINESS} of the place says. */
  @Override
  public FeeTreatment feeTreatment(Supply supply) {
    String value = feeRule(supply).value();
    return value.equals(RulingDraft.FORBIDDEN)
        ? FeeTreatment.OUTSIDE_SCOPE
        : FeeTreatment.valueOf(value);
  }

  @Override
  public List<TaxRate> rates(Jurisdiction place, LocalDate on) {
    return data.rates(place, on);
  }

  @Override
  public ZoneId zone(Jurisdiction place) {
    return ZoneId.of(data.get("zone", place, LocalDate.EPOCH).value());
  }

  @Override
  public final List<Datum> data() {
    return data.rows();
  }

  protected final RegimeData numbers() {
    return data;
  }

  /** A number that holds on the day of a reversal. */
  protected final int number(String name, Reversal reversal) {
    return data.number(name, reversal.supply().place(), reversal.on());
  }

  /** A ruling with what every document says. */
  protected final RulingDraft draft(DocumentKind document, Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    String series = data.get("series." + document, supply.place(), reversal.on()).value();
    return new RulingDraft(document, series, reversal, seller).fees(feeRule(supply));
  }

  private Datum feeRule(Supply supply) {
    return data.get("fee." + supply.buyer().kind(), supply.place(), supply.suppliedOn());
  }
}
