package org.countermand.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** Gives every store the one way to the database, inside the container's transactions. */
@ApplicationScoped
public class Database {

  @Resource(lookup = "jdbc/countermand")
  private DataSource source;

  @Produces
  @Singleton
  Jdbi jdbi() {
    Jdbi jdbi = Jdbi.create(source);
    // The container begins and ends transactions; a handle must neither commit nor roll back.
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.registerArrayType(UUID.class, "uuid");
    return jdbi;
  }
}
