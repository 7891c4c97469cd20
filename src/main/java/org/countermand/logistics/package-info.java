/** Stops parcels and gives stock back. */
@NullMarked
package org.countermand.logistics;

import org.jspecify.annotations.NullMarked;
