package org.countermand.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables up to date before anything else starts, as their owner. Two nodes that start
 * together wait for one another on the migration's own lock.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Migration {

  @Resource(lookup = "jdbc/countermandOwner")
  private DataSource owner;

  @PostConstruct
  void migrate() {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(owner)
        .locations("classpath:db/migration")
        // The server's class loader lists no folders; the file flyway.location marks this one.
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
