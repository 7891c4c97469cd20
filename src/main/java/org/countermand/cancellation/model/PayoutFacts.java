package org.countermand.cancellation.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;

/** What the record and listeners are told of a payout: ids, codes and the amount, never whose. */
public final class PayoutFacts {

  private PayoutFacts() {}

  /** For the record. */
  public static Map<String, String> forRecord(Payout payout) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("payout", payout.id().toString());
    facts.put("part", payout.partId().toString());
    facts.put("method", payout.method().name());
    facts.put("payout.amount", payout.amount().toString());
    payout.why().ifPresent(why -> facts.put("why", why.toString()));
    return facts;
  }

  /** For listeners who are told that a refund failed. */
  public static Map<String, String> ofOffer(Set<PayoutMethod> offered) {
    return offered.isEmpty() ? Map.of() : Map.of("anotherWay", "true");
  }

  /** For listeners. */
  public static Map<String, String> forListeners(Payout payout) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("payout.method", payout.method().name());
    facts.put("payout.state", payout.state().name());
    facts.put("payout.amount", payout.amount().toString());
    facts.put("payout.by", payout.expectedBy().toString());
    facts.put("payout.reference", payout.reference());
    payout
        .why()
        .ifPresent(
            why -> {
              facts.put("payout.why", why.code().name());
              why.parameters().forEach((name, value) -> facts.put("payout.why." + name, value));
            });
    return facts;
  }
}
