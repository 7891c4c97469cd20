package org.countermand.sandbox.generator;

import java.util.List;
import org.countermand.order.model.ItemClass;

/** Something that is sold; the lower its number, the more often. */
record Article(String sku, String name, ItemClass itemClass, long cents) {

  private static final List<String> ADJECTIVES =
      List.of("Ash", "Oak", "Linen", "Wool", "Stoneware", "Smoked", "Beeswax", "Grey", "Woven");
  private static final List<String> NOUNS =
      List.of(
          "lamp", "chair", "mug", "bowl", "towel", "blanket", "candle", "vase", "shelf", "tray");
  private static final int[] CLASS_WEIGHTS = {900, 30, 20, 20, 30};
  private static final List<ItemClass> CLASSES =
      List.of(
          ItemClass.GOODS,
          ItemClass.PERSONALISED,
          ItemClass.PERISHABLE,
          ItemClass.DIGITAL,
          ItemClass.SERVICE);

  static Article make(int number, Dice dice) {
    return new Article(
        "SKU-%05d".formatted(number),
        dice.oneOf(ADJECTIVES) + " " + dice.oneOf(NOUNS) + " " + number,
        CLASSES.get(dice.weighed(CLASS_WEIGHTS)),
        dice.weighed(60, 30, 10) * 10_000L + dice.between(3, 99) * 100 + 90);
  }
}
