package org.countermand.sandbox.database;

/** A database role; the passwords are for loopback only. */
public enum Role {
  /** Owns the tables and migrates them. */
  OWNER("countermand_owner", "owner-on-loopback"),
  /** Reads and writes rows as far as the migrations grant it; creates no tables. */
  APP("countermand_app", "app-on-loopback");

  private final String user;
  private final String password;

  Role(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** The role's name in the database. */
  public String user() {
    return user;
  }

  /** The role's password. */
  public String password() {
    return password;
  }
}
