package org.countermand.tax.model;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.countermand.kernel.Jurisdiction;

/**
 * Who sold and issues documents.
 *
 * @param legalEntity its key on orders
 * @param name as it stands in the register
 * @param taxIds by scheme: {@code VAT-DE}, {@code OSS-DE}, {@code IOSS}, {@code JP-T}, {@code
 *     IN-GSTIN}, {@code AU-ABN}, {@code CA-BN}, {@code CH-UID}, {@code NO-ORG}, …
 * @param rounding of tax per document where the law leaves it to the issuer (Japan), fixed for good
 * @param elections the seller's choices by name, such as {@code us-rounding=invoice}
 */
public record Seller(
    String legalEntity,
    String name,
    String street,
    String postcode,
    String city,
    Jurisdiction seat,
    String email,
    Map<String, String> taxIds,
    RoundingMode rounding,
    Map<String, String> elections) {

  public Seller {
    taxIds = Map.copyOf(taxIds);
    elections = Map.copyOf(elections);
  }

  public Optional<String> taxId(String scheme) {
    return Optional.ofNullable(taxIds.get(scheme));
  }
}
