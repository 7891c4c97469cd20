/** Keeps cancellations, their steps, work items and journal. */
@NullMarked
package org.countermand.cancellation.store;

import org.jspecify.annotations.NullMarked;
