/** The canonical order exactly as it was charged. */
@NullMarked
package org.countermand.order.model;

import org.jspecify.annotations.NullMarked;
