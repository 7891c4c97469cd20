/**
 * Speaks to the plain payment server of the sandbox; here to show that plans adapt to a gateway.
 */
@NullMarked
package org.countermand.payment.plain;

import org.jspecify.annotations.NullMarked;
