package org.countermand.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.Period;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.Gateway;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.ListsRefunds;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.ReadsPayments;
import org.countermand.payment.model.RefundLookup;
import org.countermand.payment.model.RefundPage;
import org.countermand.payment.model.Refunds;
import org.countermand.payment.model.Voids;

/** Makes calls to gateways, outside every transaction, by what each gateway can do. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class PaymentRunner {

  @Inject @Any private Instance<Gateway> gateways;

  /** Makes the call. */
  public Outcome<GatewayAnswer> make(GatewayCall call) {
    return gateway(call.gateway())
        .map(gateway -> make(gateway, call))
        .orElseGet(() -> unable(call.gateway()));
  }

  /** Looks whether the work of a call was done; a gateway that cannot be asked leaves it open. */
  public Outcome<Optional<GatewayAnswer>> find(GatewayCall call) {
    return gateway(call.gateway())
        .filter(RefundLookup.class::isInstance)
        .map(gateway -> ((RefundLookup) gateway).find(call))
        .orElseGet(() -> unable(call.gateway()));
  }

  /** Asks what state a payment is in. */
  public Outcome<PaymentSnapshot> read(String name, String reference, String currency) {
    return gateway(name)
        .filter(ReadsPayments.class::isInstance)
        .map(gateway -> ((ReadsPayments) gateway).read(reference, currency))
        .orElseGet(() -> unable(name));
  }

  /** What a gateway can do; nothing, if nobody speaks to it. */
  public Capabilities able(String name) {
    return gateway(name).map(Capabilities::of).orElseGet(Capabilities::none);
  }

  /** The gateways that tell the refunds of a day. */
  public List<String> listing() {
    return gateways.stream()
        .filter(ListsRefunds.class::isInstance)
        .map(Gateway::name)
        .sorted()
        .toList();
  }

  /** One page of the refunds that were made in a span of time. */
  public Outcome<RefundPage> refunds(String name, Period made, Optional<String> after) {
    return gateway(name)
        .filter(ListsRefunds.class::isInstance)
        .map(gateway -> ((ListsRefunds) gateway).refunds(made, after))
        .orElseGet(() -> unable(name));
  }

  /**
   * What a gateway cannot do is refused, whatever state the payment is in; nothing is swallowed.
   */
  static Outcome<GatewayAnswer> make(Gateway gateway, GatewayCall call) {
    if (call.kind() == PartKind.VOID && gateway instanceof Voids voids) {
      return voids.voidAuthorization(call);
    }
    if (call.kind() == PartKind.REFUND && gateway instanceof Refunds refunds) {
      return refunds.refund(call);
    }
    return unable(gateway.name());
  }

  private Optional<Gateway> gateway(String name) {
    return gateways.stream().filter(gateway -> gateway.name().equals(name)).findFirst();
  }

  private static <T> Outcome<T> unable(String gateway) {
    return new Outcome.Refused<>(Finding.of(ReasonCode.UNSUPPORTED, "gateway", gateway));
  }
}
