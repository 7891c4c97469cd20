package org.countermand.tax.ubl;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.countermand.order.model.Charge;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Rendering;
import org.countermand.tax.model.TaxedOrders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to write a document of so many lines with delivery, and to read and compare it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UblBenchmark {

  @Param({"3", "30"})
  int lines;

  private final UblCreditNotes form = new UblCreditNotes(UblCreditNotes.EN_16931);
  private CreditDocument document;

  @Setup
  public void document() {
    TaxedOrders order = TaxedOrders.in("EUR").registered("VAT-DE", "DE123456789");
    for (int i = 0; i < lines; i++) {
      order.line(3, "29.97", TaxedOrders.tax("DE-VAT", "19", "4.79 EUR"));
    }
    order.charge(
        Charge.Kind.SHIPPING,
        "4.90",
        TaxedOrders.tax("DE-VAT", "19", "0.65 EUR"),
        TaxedOrders.tax("DE-VAT", "7", "0.06 EUR"));
    document = order.document("CN-1", Locale.GERMAN, order.rest());
  }

  @Benchmark
  public Rendering write() {
    return form.write(document);
  }
}
