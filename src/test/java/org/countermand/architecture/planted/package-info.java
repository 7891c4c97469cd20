/** Miniature houses, each with one wall broken on purpose. */
@NullMarked
package org.countermand.architecture.planted;

import org.jspecify.annotations.NullMarked;
