package org.countermand.tax.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.util.Optional;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Jurisdiction;
import org.countermand.tax.model.Seller;
import org.jdbi.v3.core.Jdbi;

/** Keeps who sells. The application reads them only; a document keeps its own copy. */
@ApplicationScoped
public class SellerRepository {

  @Inject private Jdbi jdbi;

  public Optional<Seller> find(String legalEntity) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM seller WHERE legal_entity = :entity")
                .bind("entity", legalEntity)
                .map(
                    (row, context) ->
                        new Seller(
                            row.getString("legal_entity"),
                            row.getString("name"),
                            row.getString("street"),
                            row.getString("postcode"),
                            row.getString("city"),
                            new Jurisdiction(row.getString("country"), row.getString("region")),
                            row.getString("email"),
                            Facts.read(row.getString("tax_ids")),
                            RoundingMode.valueOf(row.getString("rounding")),
                            Facts.read(row.getString("elections"))))
                .findOne());
  }
}
