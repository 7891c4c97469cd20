/** A miniature house whose ways in climb through the windows. */
@NullMarked
package org.countermand.architecture.planted.wall05;

import org.jspecify.annotations.NullMarked;
