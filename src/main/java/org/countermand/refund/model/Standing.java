package org.countermand.refund.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.TenderAccount;

/**
 * Where an order stands, as far as what comes back depends on it.
 *
 * @param accounts of all its tenders
 * @param terms that were in force when it was placed
 * @param retained by its other cancellations
 * @param able what each of its gateways can do
 */
public record Standing(
    List<TenderAccount> accounts,
    Terms terms,
    List<Retention> retained,
    Map<String, Capabilities> able) {

  public Standing {
    accounts = List.copyOf(accounts);
    retained = List.copyOf(retained);
    able = Map.copyOf(able);
  }

  /** At gateways that can do everything. */
  public Standing(List<TenderAccount> accounts, Terms terms, List<Retention> retained) {
    this(accounts, terms, retained, Map.of());
  }

  /** An order of which nothing was cancelled before, on the usual terms. */
  public static Standing usual(List<TenderAccount> accounts) {
    return new Standing(accounts, Terms.USUAL, List.of());
  }

  /** The same order on other terms. */
  public Standing on(Terms other) {
    return new Standing(accounts, other, retained, able);
  }

  Capabilities able(TenderAccount account) {
    return able.getOrDefault(account.gateway(), Capabilities.all());
  }

  Money retained(QuotedDeduction.Kind kind, String code, Money zero) {
    return retained(kind, code).map(Retention::amount).reduce(zero, Money::plus);
  }

  /** The tax in what was retained. */
  Money taxRetained(QuotedDeduction.Kind kind, String code, Money zero) {
    return retained(kind, code).map(Retention::tax).reduce(zero, Money::plus);
  }

  private Stream<Retention> retained(QuotedDeduction.Kind kind, String code) {
    return retained.stream().filter(kept -> kept.kind() == kind && kept.code().equals(code));
  }
}
