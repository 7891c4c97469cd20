package org.countermand.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which library may be seen where: in a row of {@link ImportTable}, in one socket ({@code
 * payment.stripe}), in every {@code socket}, or in every {@code store}. A library that is not
 * listed may be seen in sockets only.
 */
final class Libraries {

  private static final String ROWS =
      """
      # packages of            | may be seen in
      com.stripe               | payment.stripe
      com.adyen                | payment.adyen
      com.paypal               | payment.paypal
      org.iban4j               | payment.iban
      dev.cel                  | eligibility.cel
      com.helger               | tax.ubl
      oasis.names              | tax.ubl
      org.apache.pdfbox        | tax.pdf
      org.apache.fontbox       | tax.pdf
      com.fasterxml.jackson    | api bulk platform socket
      org.apache.commons.csv   | bulk socket
      org.primefaces           | portal.customer portal.agent platform
      org.flywaydb             | platform
      org.postgresql           | store platform
      org.jdbi                 | store platform
      com.ibm                  | platform
      io.openliberty           | platform
      """;

  /** What the server and the JDK bring; the rooms themselves say which of it they may use. */
  private static final List<String> BUILT_IN =
      List.of(
          "java",
          "javax",
          "org.w3c.dom",
          "org.xml.sax",
          "jakarta",
          "org.eclipse.microprofile",
          "org.jspecify");

  private record Row(String library, List<String> places) {
    private static Row parse(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(cells[0].strip(), Arrays.asList(cells[1].strip().split("\\s+")));
    }
  }

  private static final Row UNLISTED = new Row("", List.of("socket"));

  private static final List<Row> TABLE =
      ROWS.lines()
          .filter(line -> !line.startsWith("#"))
          .map(Row::parse)
          .sorted(Comparator.comparing((Row row) -> row.library.length()).reversed())
          .toList();

  private Libraries() {}

  static boolean isBuiltIn(JavaClass type) {
    return isIn(type, BUILT_IN);
  }

  static boolean mayBeSeen(JavaClass library, Place from) {
    List<String> places =
        TABLE.stream()
            .filter(row -> isIn(library, List.of(row.library)))
            .findFirst()
            .orElse(UNLISTED)
            .places;
    return places.contains(from.row())
        || places.contains(from.socket())
        || (from.room() == Room.SOCKET && places.contains("socket"))
        || (from.room() == Room.STORE && places.contains("store"));
  }

  static boolean isIn(JavaClass type, List<String> packages) {
    return packages.stream().anyMatch(name -> type.getName().startsWith(name + "."));
  }
}
