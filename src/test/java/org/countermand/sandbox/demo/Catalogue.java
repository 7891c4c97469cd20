package org.countermand.sandbox.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Linden sells, a small shop for things of the house. */
final class Catalogue {

  /** Prices in minor units and with the tax that is usual where they are paid. */
  private static final String ARTICLES =
      """
      # sku      | class        | EUR   | GBP   | USD   | JPY   | de                            | en                      | fr
      LAMP-ASH   | GOODS        |  8900 |  7900 |  9900 | 14800 | Tischleuchte Esche            | Ash table lamp          | Lampe de table en frêne
      LAMP-FLOOR | GOODS        | 18900 | 16500 | 20900 | 31000 | Stehleuchte Leinen            | Linen floor lamp        | Lampadaire en lin
      CHAIR-OAK  | GOODS        | 24900 | 21900 | 27500 | 41000 | Stuhl Eiche                   | Oak chair               | Chaise en chêne
      STOOL      | GOODS        |  7900 |  6900 |  8700 | 13000 | Hocker Buche                  | Beech stool             | Tabouret en hêtre
      MUG        | GOODS        |  1650 |  1450 |  1800 |  2700 | Becher Steinzeug              | Stoneware mug           | Mug en grès
      BOWL       | GOODS        |  2400 |  2100 |  2650 |  3900 | Schale Steinzeug              | Stoneware bowl          | Bol en grès
      PLATE      | GOODS        |  1950 |  1700 |  2150 |  3200 | Teller Steinzeug              | Stoneware plate         | Assiette en grès
      TOWEL      | GOODS        |  1299 |  1099 |  1399 |  2100 | Geschirrtuch Halbleinen       | Linen union tea towel   | Torchon métis
      SHEET      | GOODS        | 11900 | 10500 | 12900 | 19500 | Bettwäsche Leinen 155×220     | Linen bedding, double   | Parure de lit en lin
      BLANKET    | GOODS        |  9900 |  8700 | 10900 | 16200 | Wolldecke grau                | Wool blanket, grey      | Couverture en laine grise
      CANDLE     | GOODS        |   995 |   890 |  1090 |  1600 | Kerze Bienenwachs             | Beeswax candle          | Bougie en cire d'abeille
      VASE       | GOODS        |  4500 |  3900 |  4900 |  7400 | Vase Rauchglas                | Smoked glass vase       | Vase en verre fumé
      BOARD-NAME | PERSONALISED |  3900 |  3400 |  4300 |  6400 | Brett mit Gravur              | Engraved board          | Planche gravée
      WRAP       | SERVICE      |   490 |   420 |   550 |   800 | Geschenkverpackung            | Gift wrapping           | Emballage cadeau
      GIFTCARD   | GIFT_CARD    |  5000 |  5000 |  5000 |  5000 | Geschenkgutschein             | Gift card               | Carte cadeau
      """;

  private static final List<String> CURRENCIES = List.of("EUR", "GBP", "USD", "JPY");

  /** In the order of the currencies. */
  private static final List<Long> SHIPPING = List.of(490L, 450L, 790L, 800L);

  private static final Map<String, Article> BY_SKU =
      ARTICLES
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Article::parse)
          .collect(Collectors.toMap(Article::sku, Function.identity()));

  private Catalogue() {}

  /** One thing and what it costs. */
  record Article(String sku, String itemClass, List<Long> prices, List<String> names) {

    private static Article parse(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      List<Long> prices = cells.subList(2, 6).stream().map(Long::valueOf).toList();
      return new Article(cells.get(0), cells.get(1), prices, cells.subList(6, 9));
    }

    /** Minor units. */
    long price(String currency) {
      return prices.get(CURRENCIES.indexOf(currency));
    }

    /** In the language if the shop speaks it, else in English. */
    String name(String language) {
      int index = List.of("de", "en", "fr").indexOf(language);
      return names.get(index < 0 ? 1 : index);
    }
  }

  /**
   * The article with this number.
   *
   * @throws IllegalArgumentException if Linden does not sell it
   */
  static Article article(String sku) {
    Article article = BY_SKU.get(sku);
    if (article == null) {
      throw new IllegalArgumentException("Not sold here: " + sku);
    }
    return article;
  }

  /** Standard delivery, in minor units. */
  static long shipping(String currency) {
    return SHIPPING.get(CURRENCIES.indexOf(currency));
  }
}
