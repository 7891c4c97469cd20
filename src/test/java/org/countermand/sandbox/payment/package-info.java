/** A payment server that speaks Stripe's wire format. */
@NullMarked
package org.countermand.sandbox.payment;

import org.jspecify.annotations.NullMarked;
