/** A miniature house whose adapters look beyond their ports. */
@NullMarked
package org.countermand.architecture.planted.socketroom;

import org.jspecify.annotations.NullMarked;
