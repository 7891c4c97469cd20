/** Speaks to a bank over HTTP in ISO 20022: pain.001 out, pain.002 back. */
@NullMarked
package org.countermand.payment.bank;

import org.jspecify.annotations.NullMarked;
