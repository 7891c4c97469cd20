/** A miniature house in which a likelihood decides. */
@NullMarked
package org.countermand.architecture.planted.wall11;

import org.jspecify.annotations.NullMarked;
