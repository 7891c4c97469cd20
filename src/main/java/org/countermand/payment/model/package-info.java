/** What a payment's state means, and the small ports to gateways. */
@NullMarked
package org.countermand.payment.model;

import org.jspecify.annotations.NullMarked;
