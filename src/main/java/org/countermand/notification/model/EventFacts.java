package org.countermand.notification.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;

/**
 * What events tell letters: text under these names, where {@code <n>} is any number and gives the
 * order. Amounts are written like {@code 19.99 EUR}, days like {@code 2026-11-23}.
 *
 * <ul>
 *   <li>{@code number}: the cancellation's number; must be there for every event about one
 *   <li>{@code kind}: {@code CANCELLATION} (also if missing) or {@code WITHDRAWAL}
 *   <li>{@code line.<n>.id}, {@code line.<n>.units} and, once quoted, {@code line.<n>.total}
 *   <li>{@code charge.<n>.kind}, {@code charge.<n>.total}
 *   <li>{@code deduction.<n>.kind}, {@code deduction.<n>.code}, {@code deduction.<n>.amount}
 *   <li>{@code tax.<n>.authority}, {@code tax.<n>.rate} in percent, {@code tax.<n>.amount}
 *   <li>{@code tender.<n>.label}, {@code tender.<n>.kind} (the name of a {@code PartKind}), {@code
 *       tender.<n>.amount} and, where it is known, {@code tender.<n>.by}
 *   <li>{@code total}: what goes back in all; missing while nothing is quoted
 *   <li>{@code finding.<n>}: a reason code, and {@code finding.<n>.<parameter>} for each of its
 *       parameters
 *   <li>{@code credit}: the number of the credit document
 *   <li>{@code status}: the public status; an acknowledgement promises less under {@code IN_REVIEW}
 *   <li>{@code anotherWay}: {@code true} where the buyer may choose one for a refund that failed
 *   <li>{@code payout.method}, {@code payout.amount}, {@code payout.by}, {@code payout.reference}
 *       and, where it went wrong, {@code payout.why}: a reason code, and {@code
 *       payout.why.<parameter>} for each of its parameters
 * </ul>
 *
 * <p>Every method throws {@link RuntimeException} where a fact is missing or not written so.
 */
record EventFacts(SortedMap<String, String> facts) {

  /** Units of a line that are undone. */
  record Line(UUID id, int units, Optional<Money> total) {}

  /** A charge that goes back. */
  record Charge(String kind, Money total) {}

  /** What is deducted from it; positive where an earlier deduction is given back. */
  record Deduction(String kind, String code, Money amount) {}

  /** Tax that is contained in what goes back. */
  record Tax(BigDecimal rate, Money amount) {}

  /** What goes back on one means of payment, and how. */
  record Tender(String label, String kind, Money amount, Optional<LocalDate> by) {}

  /** What goes to the buyer in another way. */
  record Payout(
      String method, Money amount, LocalDate by, String reference, Optional<Finding> why) {}

  String number() {
    return required("number");
  }

  String kind() {
    return optional("kind").orElse("CANCELLATION");
  }

  boolean inReview() {
    return optional("status").filter("IN_REVIEW"::equals).isPresent();
  }

  Optional<Money> total() {
    return optional("total").map(Money::parse);
  }

  Optional<String> credit() {
    return optional("credit");
  }

  List<Line> lines() {
    return numbered("line").values().stream()
        .map(
            line ->
                new Line(
                    UUID.fromString(line.required("id")),
                    Integer.parseInt(line.required("units")),
                    line.optional("total").map(Money::parse)))
        .toList();
  }

  List<Charge> charges() {
    return numbered("charge").values().stream()
        .map(charge -> new Charge(charge.required("kind"), charge.money("total")))
        .toList();
  }

  List<Deduction> deductions() {
    return numbered("deduction").values().stream()
        .map(
            deduction ->
                new Deduction(
                    deduction.required("kind"),
                    deduction.required("code"),
                    deduction.money("amount")))
        .toList();
  }

  List<Tax> taxes() {
    return numbered("tax").values().stream()
        .map(tax -> new Tax(new BigDecimal(tax.required("rate")), tax.money("amount")))
        .toList();
  }

  List<Tender> tenders() {
    return numbered("tender").values().stream()
        .map(
            tender ->
                new Tender(
                    tender.required("label"),
                    tender.required("kind"),
                    tender.money("amount"),
                    tender.optional("by").map(LocalDate::parse)))
        .toList();
  }

  List<Finding> findings() {
    return numbered("finding").values().stream().map(EventFacts::finding).toList();
  }

  boolean anotherWay() {
    return optional("anotherWay").filter("true"::equals).isPresent();
  }

  Payout payout() {
    SortedMap<String, String> parameters = new TreeMap<>();
    String prefix = "payout.why.";
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            parameters.put(name.substring(prefix.length()), value);
          }
        });
    return new Payout(
        required("payout.method"),
        money("payout.amount"),
        LocalDate.parse(required("payout.by")),
        optional("payout.reference").orElse(""),
        optional("payout.why").map(code -> new Finding(ReasonCode.valueOf(code), parameters)));
  }

  private static Finding finding(EventFacts numbered) {
    SortedMap<String, String> parameters = new TreeMap<>(numbered.facts);
    String code = Optional.ofNullable(parameters.remove("")).orElse("");
    return new Finding(ReasonCode.valueOf(code), parameters);
  }

  /** The facts of each number, under the rest of their names; 2 comes before 10. */
  private Map<Integer, EventFacts> numbered(String group) {
    Map<Integer, EventFacts> groups = new TreeMap<>(Comparator.naturalOrder());
    facts.forEach(
        (name, value) -> {
          String[] parts = name.split("\\.", 3);
          if (parts[0].equals(group) && parts.length > 1) {
            groups
                .computeIfAbsent(
                    Integer.valueOf(parts[1]), number -> new EventFacts(new TreeMap<>()))
                .facts
                .put(parts.length == 3 ? parts[2] : "", value);
          }
        });
    return groups;
  }

  private Money money(String name) {
    return Money.parse(required(name));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(facts.get(name)).filter(value -> !value.isEmpty());
  }

  private String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("The event does not tell " + name));
  }
}
