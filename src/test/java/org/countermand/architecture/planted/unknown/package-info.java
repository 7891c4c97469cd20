/** A miniature house with a room that nobody has planned. */
@NullMarked
package org.countermand.architecture.planted.unknown;

import org.jspecify.annotations.NullMarked;
