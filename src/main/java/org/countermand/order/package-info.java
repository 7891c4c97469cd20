/** Takes orders in and keeps which of their units are claimed by cancellations. */
@NullMarked
package org.countermand.order;

import org.jspecify.annotations.NullMarked;
