/** Leads a request from its receipt to the end of its plan. */
@NullMarked
package org.countermand.cancellation;

import org.jspecify.annotations.NullMarked;
