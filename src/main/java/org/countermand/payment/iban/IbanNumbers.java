package org.countermand.payment.iban;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.AccountNumbers;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** International bank account numbers, by country, length, structure and check digits. */
@ApplicationScoped
public class IbanNumbers implements AccountNumbers {

  @Override
  public Decision<String> read(String typed) {
    String plain = typed.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
    try {
      IbanUtil.validate(plain);
      return Decision.yes(plain);
    } catch (Iban4jException | IllegalArgumentException e) {
      // Its message quotes what was typed.
      return Decision.no(ReasonCode.IBAN_INVALID);
    }
  }
}
