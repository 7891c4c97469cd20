package org.countermand.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.notification.model.Admission;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.platform.text.Amounts;
import org.countermand.platform.text.Messages;

/** An order of two lines, and what events tell of it. */
public final class Given {

  public static final UUID ORDER = new UUID(7, 1);
  public static final UUID CANCELLATION = new UUID(7, 2);
  public static final UUID COVER = new UUID(7, 3);
  public static final UUID LAMP = new UUID(7, 4);
  public static final UUID ENVELOPE = new UUID(7, 5);
  public static final Instant AT = Instant.parse("2026-11-23T13:02:11Z");

  private Given() {}

  public static Order order(Locale locale) {
    return order(locale, "Mara Lindqvist", "Linen duvet cover, 200 × 200 cm");
  }

  public static Order order(Locale locale, String buyer, String cover) {
    return new Order(
        ORDER,
        "linden",
        "Linden Home GmbH",
        "web",
        "LH-204816",
        RefundAuthority.OURS,
        new Buyer(
            Buyer.Kind.CONSUMER,
            buyer,
            "mara.lindqvist@example.com",
            Jurisdiction.of("DE"),
            locale,
            "",
            ""),
        Currency.getInstance("EUR"),
        PriceBasis.GROSS,
        Instant.parse("2026-11-21T09:00:00Z"),
        null,
        new Invoice("", null, null, ""),
        euro(490),
        List.of(line(COVER, 1, cover, 2, 17800), line(LAMP, 2, "Reading lamp “Halma”", 1, 12900)),
        List.of(new Charge(new UUID(7, 6), Charge.Kind.SHIPPING, euro(490), List.of(), false)),
        List.of(
            new Tender(
                new UUID(7, 7),
                1,
                TenderKind.CARD,
                "stripe",
                "pi_1",
                "Visa •••• 4242",
                euro(31190),
                euro(31190))),
        List.of());
  }

  /** An event with all the facts that any letter tells. */
  public static Event event(EventType type) {
    return event(type, facts());
  }

  public static Event event(EventType type, SortedMap<String, String> facts) {
    return new Event(new UUID(7, 8), type, CANCELLATION, ORDER, AT, facts);
  }

  public static SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("number", "C-0000042");
    facts.put("line.2.id", COVER.toString());
    facts.put("line.2.units", "1");
    facts.put("line.2.total", "89.00 EUR");
    facts.put("line.10.id", LAMP.toString());
    facts.put("line.10.units", "1");
    facts.put("line.10.total", "1129.00 EUR");
    facts.put("charge.1.kind", "SHIPPING");
    facts.put("charge.1.total", "4.90 EUR");
    facts.put("tax.1.authority", "DE-VAT");
    facts.put("tax.1.rate", "19.00");
    facts.put("tax.1.amount", "195.25 EUR");
    facts.put("tender.1.label", "Visa •••• 4242");
    facts.put("tender.1.kind", "REFUND");
    facts.put("tender.1.amount", "1100.00 EUR");
    facts.put("tender.1.by", "2026-12-03");
    facts.put("tender.2.label", "Mastercard •••• 5454");
    facts.put("tender.2.kind", "VOID");
    facts.put("tender.2.amount", "122.90 EUR");
    facts.put("tender.2.by", "2026-11-30");
    facts.put("total", "1222.90 EUR");
    facts.put("finding.1", "STAGE_NEEDS_REVIEW");
    facts.put("finding.1.stage", "PACKED");
    facts.put("finding.2", "WINDOW_OVER");
    facts.put("finding.2.hours", "336");
    facts.put("credit", "CN-2026-000418");
    facts.put("status", "RECEIVED");
    facts.put("payout.method", "BANK_TRANSFER");
    facts.put("payout.amount", "1100.00 EUR");
    facts.put("payout.by", "2026-12-04");
    facts.put("payout.why", "PAYOUT_REJECTED");
    facts.put("payout.why.reason", "The name is another.");
    return facts;
  }

  static BundleWords words() {
    Amounts amounts = new Amounts("Europe/Berlin");
    return new BundleWords(new Messages(amounts), amounts);
  }

  static Admission admission() {
    return new Admission() {
      @Override
      public String code(UUID challengeId) {
        return "042137";
      }

      @Override
      public String codePage(UUID challengeId) {
        return "https://cancel.example/customer/code.xhtml?c=" + challengeId;
      }

      @Override
      public String orderPage(UUID orderId, String shop) {
        return "https://cancel.example/customer/open.xhtml?t=token";
      }

      @Override
      public String cancellationPage(UUID orderId, String shop, UUID cancellationId) {
        return orderPage(orderId, shop) + "&c=" + cancellationId;
      }
    };
  }

  private static OrderLine line(UUID id, int position, String what, int quantity, long minor) {
    return new OrderLine(
        id,
        position,
        "SKU-" + position,
        what,
        ItemClass.GOODS,
        "",
        quantity,
        euro(minor),
        List.of(),
        List.of(new TaxLine("DE-VAT", new BigDecimal("19.00"), euro(minor * 19 / 119))),
        Claims.NONE);
  }

  private static Money euro(long minor) {
    return Money.of(minor, "EUR");
  }
}
