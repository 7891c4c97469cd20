/** The real WAR in the real server on the real database. */
@NullMarked
package org.countermand.it;

import org.jspecify.annotations.NullMarked;
