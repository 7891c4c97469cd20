/** A miniature house whose adapters hold rows while they wait. */
@NullMarked
package org.countermand.architecture.planted.wall07;

import org.jspecify.annotations.NullMarked;
