/** Makes quotations and has their credits issued. */
@NullMarked
package org.countermand.refund;

import org.jspecify.annotations.NullMarked;
