/** A miniature house whose packages are not described as they should be. */
@NullMarked
package org.countermand.architecture.planted.wall10;

import org.jspecify.annotations.NullMarked;
