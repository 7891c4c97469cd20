package org.countermand.architecture.planted.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Needs the JDK, the driver and JSON, and another statement. */
final class GoodStatement {

  private GoodStatement() {}

  static List<String> witnesses(JsonNode ledger, PGSimpleDataSource books, GoodStatement other) {
    return List.of(ledger.toString(), books.toString(), other.getClass().getName());
  }
}
