/** A miniature house in which a socket and its library are used from elsewhere. */
@NullMarked
package org.countermand.architecture.planted.wall06;

import org.jspecify.annotations.NullMarked;
