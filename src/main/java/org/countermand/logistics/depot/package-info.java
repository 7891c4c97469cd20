/** Speaks to a warehouse over the plain hold protocol. */
@NullMarked
package org.countermand.logistics.depot;

import org.jspecify.annotations.NullMarked;
