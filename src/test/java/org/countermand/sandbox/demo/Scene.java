package org.countermand.sandbox.demo;

import java.util.Arrays;
import java.util.List;

/**
 * A cancellation that was asked for before anybody looks, so that the back office is not empty.
 *
 * @param quantity units of the order's first line
 * @param asked {@code consent} to a quotation, or {@code declaration}
 * @param world how the world behaves meanwhile: {@code well}, a word of the warehouse ({@code
 *     partial}, {@code nack}, {@code never}) or what becomes of the refund ({@code pending}, {@code
 *     failed})
 */
record Scene(String number, int quantity, String asked, String world, String leadsTo) {

  private static final String SCENES =
      """
      # order | units | asked       | world   | leads to
      L-1041  | 2     | consent     | well    | completed, a part is refunded
      L-1042  | 1     | consent     | well    | completed, everything is refunded with the delivery
      L-1043  | 1     | consent     | well    | completed, the reservation is lifted
      L-1044  | 12    | consent     | partial | completed for what the warehouse could hold
      L-1045  | 1     | consent     | well    | completed, the shop may capture less
      L-1046  | 1     | consent     | pending | completed, the money is on its way
      L-1047  | 3     | consent     | well    | completed, back on the gift card and on the bank card
      L-1048  | 1     | consent     | failed  | completed, and the refund failed: somebody has to act
      L-1049  | 1     | consent     | nack    | the goods are on their way: somebody has to act
      L-1050  | 1     | consent     | never   | waiting for the warehouse
      L-1051  | 1     | declaration | well    | in review, because it is packed
      L-1056  | 1     | declaration | well    | in review, because the time for it is over
      L-1057  | 1     | declaration | well    | in review, for one of two
      L-1059  | 1     | declaration | well    | refused, because it was handed over
      """;

  private static final List<Scene> ALL =
      SCENES.lines().filter(line -> !line.startsWith("#")).map(Scene::parse).toList();

  static List<Scene> all() {
    return ALL;
  }

  /** The caller's own name for the request, by which it is made once. */
  String key() {
    return "demonstration-" + number;
  }

  boolean byConsent() {
    return asked.equals("consent");
  }

  private static Scene parse(String line) {
    List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
    return new Scene(
        cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2), cells.get(3), cells.get(4));
  }
}
