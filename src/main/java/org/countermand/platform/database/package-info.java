/** The database as every store uses it. */
@NullMarked
package org.countermand.platform.database;

import org.jspecify.annotations.NullMarked;
