package org.countermand.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Currency;
import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutCall;
import org.countermand.payment.model.PayoutLookup;
import org.countermand.payment.model.PaysOut;

/** Makes calls to banks, outside every transaction. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class BankRunner {

  @Inject @Any private Instance<PaysOut> banks;

  /** Sends money. */
  public Outcome<Optional<PayoutAnswer>> payOut(PayoutCall call) {
    Outcome<PayoutAnswer> outcome =
        bank(call.amount().currency())
            .map(bank -> bank.payOut(call))
            .orElseGet(() -> new Outcome.NotAttempted<>("no bank pays out in this currency"));
    if (outcome instanceof Outcome.Settled<PayoutAnswer> settled) {
      return new Outcome.Settled<>(Optional.of(settled.value()));
    }
    if (outcome instanceof Outcome.Accepted<PayoutAnswer> accepted) {
      return new Outcome.Accepted<>(Optional.of(accepted.value()));
    }
    if (outcome instanceof Outcome.Refused<PayoutAnswer> refused) {
      return new Outcome.Refused<>(refused.finding());
    }
    if (outcome instanceof Outcome.NotAttempted<PayoutAnswer> not) {
      return new Outcome.NotAttempted<>(not.why());
    }
    Outcome.Unknown<PayoutAnswer> unknown = (Outcome.Unknown<PayoutAnswer>) outcome;
    return new Outcome.Unknown<>(unknown.why(), unknown.replayed());
  }

  /** Looks what became of a payout; a bank that cannot be asked leaves it open. */
  public Outcome<Optional<PayoutAnswer>> find(Payout payout) {
    return bank(payout.amount().currency())
        .filter(PayoutLookup.class::isInstance)
        .map(bank -> ((PayoutLookup) bank).find(payout.id()))
        .orElseGet(
            () -> new Outcome.Refused<>(Finding.of(ReasonCode.UNSUPPORTED, "bank", "look-up")));
  }

  /** Whether there is a bank that sends this currency. */
  public boolean paysOut(Currency currency) {
    return bank(currency).isPresent();
  }

  private Optional<PaysOut> bank(Currency currency) {
    return banks.stream().filter(bank -> bank.paysOut(currency)).findFirst();
  }
}
