/** Holds the whole of Countermand, on two nodes with everything around it, to its promises. */
@NullMarked
package org.countermand.it;

import org.jspecify.annotations.NullMarked;
