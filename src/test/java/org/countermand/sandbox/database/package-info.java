/** A real PostgreSQL with the two roles that Countermand uses. */
@NullMarked
package org.countermand.sandbox.database;

import org.jspecify.annotations.NullMarked;
