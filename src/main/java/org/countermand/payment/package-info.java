/** Moves money back through gateways and knows what became of it. */
@NullMarked
package org.countermand.payment;

import org.jspecify.annotations.NullMarked;
