/** Speaks to Stripe. */
@NullMarked
package org.countermand.payment.stripe;

import org.jspecify.annotations.NullMarked;
