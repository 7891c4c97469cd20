/** A miniature house that asks the clock and throws dice. */
@NullMarked
package org.countermand.architecture.planted.wall08;

import org.jspecify.annotations.NullMarked;
