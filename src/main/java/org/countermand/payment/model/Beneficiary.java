package org.countermand.payment.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Whose account an amount goes to. Personal data: it is kept sealed, and its text for logs does not
 * tell it.
 *
 * @param holder the name on the account
 * @param iban its number, upper case and without spaces
 */
public record Beneficiary(String holder, String iban) {

  /** Characters of a name that a transfer carries (pain.001, Max70Text of the SEPA rulebook). */
  public static final int LONGEST_HOLDER = 70;

  private static final int SHOWN = 4;

  /** Two letters, two digits and at least eleven more, in groups or not. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)\\b[A-Z]{2}\\d{2}(?:[ .-]?[A-Z0-9]){11,30}\\b");

  /**
   * Reads what was typed into two fields.
   *
   * @param numbers knows what a right number is
   * @return the account, or every finding: {@code FIELD_MISSING} or {@code FIELD_INVALID} with the
   *     field {@code holder} or {@code iban}, {@code IBAN_INVALID}, {@code IBAN_OUTSIDE_SEPA}
   */
  public static Decision<Beneficiary> of(String holder, String iban, AccountNumbers numbers) {
    String name = holder.strip().replaceAll("\\s+", " ");
    List<Finding> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(Finding.of(ReasonCode.FIELD_MISSING, "field", "holder"));
    } else if (name.length() > LONGEST_HOLDER || !name.chars().allMatch(Beneficiary::readable)) {
      wrong.add(Finding.of(ReasonCode.FIELD_INVALID, "field", "holder"));
    }
    Decision<String> number =
        iban.isBlank()
            ? Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", "iban"))
            : numbers.read(iban).then(Sepa::reached);
    if (number instanceof Decision.Refused<String> no) {
      wrong.addAll(no.findings());
    }
    return wrong.isEmpty() && number instanceof Decision.Accepted<String> right
        ? Decision.yes(new Beneficiary(name, right.value()))
        : Decision.no(wrong);
  }

  /** All that is shown of the number. */
  public String tail() {
    return tail(iban);
  }

  /** The last four characters of a number as it was typed. */
  static String tail(String typed) {
    String plain = typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return plain.substring(Math.max(0, plain.length() - SHOWN));
  }

  /** Whether the account is in this name, whatever the case of letters and the spaces. */
  public boolean isNamed(String name) {
    return plain(holder).equals(plain(name));
  }

  /** Whether a text names something that may be an account. */
  static boolean looksLikeAccount(String text) {
    return ACCOUNT.matcher(text).find();
  }

  private static String plain(String name) {
    return name.replaceAll("[\\s.,-]+", "").toLowerCase(Locale.ROOT);
  }

  private static boolean readable(int character) {
    return !Character.isISOControl(character);
  }

  @Override
  public String toString() {
    return "Beneficiary[…" + tail() + "]";
  }
}
