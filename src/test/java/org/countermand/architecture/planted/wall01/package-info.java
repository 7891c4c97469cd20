/** A miniature house whose models know databases, documents and what is above them. */
@NullMarked
package org.countermand.architecture.planted.wall01;

import org.jspecify.annotations.NullMarked;
