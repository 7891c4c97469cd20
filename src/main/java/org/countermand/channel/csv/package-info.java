/** Reads orders from a shop's CSV export. */
@NullMarked
package org.countermand.channel.csv;

import org.jspecify.annotations.NullMarked;
