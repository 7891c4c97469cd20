/** Delivers events to listeners after the business transaction. */
@NullMarked
package org.countermand.outbox;

import org.jspecify.annotations.NullMarked;
