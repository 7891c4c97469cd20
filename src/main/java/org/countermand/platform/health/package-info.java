/** Tells operators whether this node lives and is fit to serve. */
@NullMarked
package org.countermand.platform.health;

import org.jspecify.annotations.NullMarked;
