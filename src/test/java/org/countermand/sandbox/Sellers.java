package org.countermand.sandbox;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Jurisdiction;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.countermand.tax.model.Seller;

/** Who sells in the sandbox, with tax numbers that are made up. */
public final class Sellers {

  private static final List<Seller> ALL =
      List.of(
          seller(
              "Linden GmbH",
              "Lindenweg 1",
              "10115",
              "Berlin",
              "DE",
              Map.of(
                  "VAT-DE", "DE123456789",
                  "OSS-DE", "DE123456789",
                  "CH-UID", "CHE-123.456.788",
                  "JP-T", "T1234567890123")),
          seller(
              "Linden Ltd",
              "1 Lime Street",
              "EC3M 7AA",
              "London",
              "GB",
              Map.of("VAT-GB", "GB123456789")),
          seller("Linden Inc.", "1 Linden Blvd", "11201", "Brooklyn", "US", Map.of()),
          seller(
              "Retail Ltd",
              "2 Market Lane",
              "B1 1AA",
              "Birmingham",
              "GB",
              Map.of("VAT-GB", "GB987654321", "IOSS", "IM3720000001")));

  private Sellers() {}

  /** The seller under this key, if the sandbox has one. */
  public static Optional<Seller> of(String legalEntity) {
    return ALL.stream().filter(seller -> seller.legalEntity().equals(legalEntity)).findFirst();
  }

  /** Tells the database who they are, where it does not know. */
  static void create(Database database) {
    try (Connection connection = database.connect(Role.OWNER);
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO seller VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING")) {
      for (Seller seller : ALL) {
        statement.setString(1, seller.legalEntity());
        statement.setString(2, seller.name());
        statement.setString(3, seller.street());
        statement.setString(4, seller.postcode());
        statement.setString(5, seller.city());
        statement.setString(6, seller.seat().country());
        statement.setString(7, seller.seat().region());
        statement.setString(8, seller.email());
        statement.setString(9, seller.rounding().name());
        statement.setString(10, Facts.write(new TreeMap<>(seller.taxIds())));
        statement.setString(11, Facts.write(new TreeMap<>(seller.elections())));
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The sellers could not be created", e);
    }
  }

  private static Seller seller(
      String name,
      String street,
      String postcode,
      String city,
      String country,
      Map<String, String> taxIds) {
    return new Seller(
        name,
        name,
        street,
        postcode,
        city,
        Jurisdiction.of(country),
        "billing@" + country.toLowerCase(java.util.Locale.ROOT) + ".linden.example",
        taxIds,
        RoundingMode.HALF_UP,
        Map.of());
  }
}
