package org.countermand.sandbox.demo;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countermand.sandbox.demo.Catalogue.Article;
import org.countermand.sandbox.shop.OrderDraft;

/**
 * One row of the {@link OrderBook}.
 *
 * @param age how long before the first start it was placed
 * @param items like {@code MUG*4}
 * @param also words such as {@code shipping}, {@code discount}, {@code from100}, {@code business};
 *     {@code gift:2500} is what was paid with a gift card, {@code credit:…} with store credit,
 *     {@code second:…} with a second bank card
 */
record Entry(
    String number,
    String buyer,
    Destination destination,
    String language,
    Duration age,
    String stage,
    boolean captured,
    List<String> items,
    Set<String> also) {

  static Entry parse(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    String[] to = cells.get(2).split(" ");
    return new Entry(
        cells.get(0),
        cells.get(1),
        Destination.of(to[0]),
        to[1],
        Duration.parse(cells.get(3)),
        cells.get(4),
        cells.get(5).equals("captured"),
        List.of(cells.get(6).split(" ")),
        Set.of(cells.get(7).split(" ")));
  }

  /** {@code zoe.visser@example.org} for Zoë Visser. */
  String email() {
    String plain = Normalizer.normalize(buyer, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
  }

  /** The order; the same start gives the same order to the byte. */
  OrderDraft draft(Instant start) {
    OrderDraft draft =
        OrderDraft.anOrder(number)
            .by(buyer, email())
            .in(destination.currency())
            .to(destination.country(), language, destination.ratePercent())
            .taxedBy(destination.authority())
            .at(stage)
            .placed(start.minus(age))
            .agreed("Made for me with the words I gave; I cannot send it back.");
    items.forEach(item -> add(draft, item));
    if (!captured) {
      draft.authorized();
    }
    if (also.contains("business")) {
      draft.business();
    }
    if (also.contains("business") || destination.addsTax()) {
      draft.net();
    }
    if (also.contains("shipping")) {
      draft.shipping(Catalogue.shipping(destination.currency()));
    }
    if (also.contains("from100")) {
      draft.discountedFrom(10_000);
    }
    if (also.contains("duty")) {
      draft.duty(1_199);
    }
    if (also.contains("marketplace")) {
      draft.soldAt("bazaar");
    }
    also.forEach(word -> pay(draft, word));
    return also.contains("confirm") ? draft.confirmed() : draft;
  }

  private void pay(OrderDraft draft, String word) {
    String[] parts = word.split(":");
    switch (parts[0]) {
      case "gift" -> draft.payingWithGiftCard("gc-" + number, Long.parseLong(parts[1]));
      case "credit" -> draft.payingWithCredit("sc-" + number, Long.parseLong(parts[1]));
      case "second" -> draft.payingWithSecondCard(Long.parseLong(parts[1]));
      default -> {
        // Not about how it was paid.
      }
    }
  }

  private void add(OrderDraft draft, String item) {
    String[] parts = item.split("\\*");
    Article article = Catalogue.article(parts[0]);
    int quantity = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
    long goods = article.price(destination.currency()) * quantity;
    if (article.itemClass().equals("GIFT_CARD")) {
      draft.giftCard(article.sku(), article.name(language), "gift-" + number, goods);
      return;
    }
    // Ten per cent, to the disadvantage of nobody who counts in whole minor units.
    long discount = also.contains("discount") || also.contains("from100") ? -(goods / 10) : 0;
    draft.line(
        article.sku(), article.name(language), quantity, goods, discount, article.itemClass());
  }
}
