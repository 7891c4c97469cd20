/** Turns a shop's payload into canonical orders. */
@NullMarked
package org.countermand.channel;

import org.jspecify.annotations.NullMarked;
