package org.countermand.sandbox.generator;

import java.util.List;
import java.util.Locale;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;

/** Somebody who buys; he lives in one place and pays in one currency. */
record Customer(Buyer buyer, Market market) {

  private static final List<String> FIRST =
      List.of(
          "Ana", "Jonas", "Claire", "Emily", "Yuki", "Daniel", "Sophie", "Pieter", "Luca", "Marie",
          "Oliver", "Lea", "Haruto", "Grace", "Felix", "Chloé", "Noah", "Amelia", "Mia", "Giulia");
  private static final List<String> LAST =
      List.of(
          "Keller",
          "Weber",
          "Moreau",
          "Carter",
          "Tanaka",
          "Brooks",
          "Huber",
          "de Vries",
          "Meier",
          "Dubois",
          "Hughes",
          "Schneider",
          "Sato",
          "Miller",
          "Wagner",
          "Lefèvre",
          "Jansen",
          "Wright");

  /** The n-th customer of a seed, whoever asks for him first. */
  static Customer of(long seed, int number) {
    Dice dice = new Dice(seed * 1_000_003L + number);
    Market market = Market.any(dice);
    boolean business = dice.perMille(80);
    Buyer buyer =
        new Buyer(
            business ? Buyer.Kind.BUSINESS : Buyer.Kind.CONSUMER,
            dice.oneOf(FIRST) + " " + dice.oneOf(LAST),
            "customer-%d@%s.example.org"
                .formatted(number, market.country().toLowerCase(Locale.ROOT)),
            new Jurisdiction(market.country(), market.region()),
            market.locale(),
            business ? "trade" : number < 1000 ? "regular" : "",
            business ? market.country() + dice.between(100_000_000, 999_999_999) : "");
    return new Customer(buyer, market);
  }
}
