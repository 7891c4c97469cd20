package org.countermand.sandbox.generator;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.Tender;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.TenderState;
import org.countermand.sandbox.generator.PaymentTold.RefundTold;

/** The accounts of one order's tenders, and what the payment server knows of them. */
final class Purse {

  private final Order order;
  private final Map<UUID, TenderAccount> accounts = new LinkedHashMap<>();
  private final Map<UUID, List<RefundTold>> refunds = new HashMap<>();
  private boolean opened;

  Purse(Order order) {
    this.order = order;
    for (Tender tender : order.tenders()) {
      accounts.put(tender.id(), TenderAccount.opened(order.id(), tender));
    }
  }

  List<TenderAccount> accounts() {
    return List.copyOf(accounts.values());
  }

  /** From the first promise on the accounts stand in the books. */
  void open() {
    opened = true;
  }

  String reference(UUID tender) {
    return accounts.get(tender).reference();
  }

  /** Charges the account; gives how the money goes back. */
  PartKind begin(UUID tender, Money amount) {
    TenderAccount account = accounts.get(tender);
    PartKind kind = account.kindFor(amount);
    TenderAccount begun = account.begun(kind, amount);
    accounts.put(
        tender,
        kind == PartKind.VOID
            ? begun.seen(
                new PaymentSnapshot(
                    account.reference(), TenderState.RELEASED, Money.zero(amount.currency())))
            : begun);
    return kind;
  }

  /** The bank could not book a refund after all. */
  void undo(UUID tender, Money amount) {
    accounts.put(tender, accounts.get(tender).undone(PartKind.REFUND, amount));
  }

  /** A refund that the payment server made. */
  void refunded(UUID tender, RefundTold refund) {
    refunds.computeIfAbsent(tender, t -> new ArrayList<>()).add(refund);
  }

  /** Writes the accounts, and tells of the payments. */
  void write(Sheets sheets, LedgerSink ledger, Instant created) throws IOException {
    for (TenderAccount account : accounts.values()) {
      if (opened) {
        sheets.row(
            Table.TENDER_ACCOUNT,
            account.tenderId(),
            order.id(),
            account.gateway(),
            account.reference(),
            order.currency().getCurrencyCode(),
            account.state(),
            account.authorized().minor(),
            account.captured().minor(),
            account.released().minor(),
            account.refunded().minor());
      }
      ledger.payment(
          new PaymentTold(
              account.reference(),
              account.authorized().minor(),
              order.currency().getCurrencyCode(),
              account.captured().isPositive(),
              account.state() == TenderState.RELEASED,
              created.getEpochSecond(),
              refunds.getOrDefault(account.tenderId(), List.of())));
    }
  }
}
