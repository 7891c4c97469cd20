/** A miniature house whose stores look beyond their rows. */
@NullMarked
package org.countermand.architecture.planted.storeroom;

import org.jspecify.annotations.NullMarked;
