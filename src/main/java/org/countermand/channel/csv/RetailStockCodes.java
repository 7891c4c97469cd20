package org.countermand.channel.csv;

import java.util.regex.Pattern;
import org.countermand.order.model.ItemClass;

/** Which stock codes are goods: postage, fees and corrections have codes of their own. */
final class RetailStockCodes {

  private static final Pattern NOT_GOODS =
      Pattern.compile(
          "POST|DOT|C2|C3|D|M|S|B|PADS|BANK CHARGES|AMAZONFEE|CRUK" + "|ADJUST.*|TEST.*|GIFT(_.*)?",
          Pattern.CASE_INSENSITIVE);

  private RetailStockCodes() {}

  static ItemClass itemClass(String stockCode) {
    return NOT_GOODS.matcher(stockCode).matches() ? ItemClass.SERVICE : ItemClass.GOODS;
  }
}
