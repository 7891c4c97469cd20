/** Wakes the processes that nobody waits for. */
@NullMarked
package org.countermand.clockwork;

import org.jspecify.annotations.NullMarked;
