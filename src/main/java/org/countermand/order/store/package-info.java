/** Keeps orders, their balances of units and the payload they came from. */
@NullMarked
package org.countermand.order.store;

import org.jspecify.annotations.NullMarked;
