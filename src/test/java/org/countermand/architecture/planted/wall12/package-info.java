/** A miniature house with empty words in its names. */
@NullMarked
package org.countermand.architecture.planted.wall12;

import org.jspecify.annotations.NullMarked;
