/** A miniature house whose entities wander. */
@NullMarked
package org.countermand.architecture.planted.wall04;

import org.jspecify.annotations.NullMarked;
