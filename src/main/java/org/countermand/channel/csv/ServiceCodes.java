package org.countermand.channel.csv;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countermand.order.model.ItemClass;

/** Which stock codes are goods: postage, fees and corrections have codes of their own. */
final class ServiceCodes {

  private final Pattern codes;

  /** Codes without regard to case; {@code *} stands for anything. */
  ServiceCodes(List<String> codes) {
    this.codes =
        Pattern.compile(
            codes.stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .map(code -> "\\Q" + code.replace("*", "\\E.*\\Q") + "\\E")
                .collect(Collectors.joining("|")));
  }

  ItemClass itemClass(String sku) {
    return codes.matcher(sku.toUpperCase(Locale.ROOT)).matches()
        ? ItemClass.SERVICE
        : ItemClass.GOODS;
  }
}
