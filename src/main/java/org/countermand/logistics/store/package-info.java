/** Keeps holds and the append-only stock movements. */
@NullMarked
package org.countermand.logistics.store;

import org.jspecify.annotations.NullMarked;
