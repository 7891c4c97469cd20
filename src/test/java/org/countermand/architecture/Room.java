package org.countermand.architecture;

/** What kind of code a package holds, which decides what it may import. */
enum Room {
  /** The root of a capability: doors, and the processes that no caller waits for. */
  ROOT,
  /** The pure part of a capability; all of {@code kernel}. */
  MODEL,
  /** Rows and their repositories. */
  STORE,
  /** The adapter of one outside party or one library: every other package inside a capability. */
  SOCKET,
  /** Where requests, files and time come in; its packages are cut as it likes. */
  WAY_IN,
  /** Producers, filters, health. */
  PLUMBING,
  /** Inside the house, but in a package that no row of {@link ImportTable} knows. */
  UNKNOWN,
  /** The JDK, the platform's interfaces, libraries. */
  OUTSIDE
}
