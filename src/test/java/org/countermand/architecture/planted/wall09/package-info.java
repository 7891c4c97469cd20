/** A miniature house that counts money in floating point. */
@NullMarked
package org.countermand.architecture.planted.wall09;

import org.jspecify.annotations.NullMarked;
