/** Keeps envelopes, one per event and listener. */
@NullMarked
package org.countermand.outbox.store;

import org.jspecify.annotations.NullMarked;
