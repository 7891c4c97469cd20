/** Receives every letter that Countermand sends and lets people and tests read it. */
@NullMarked
package org.countermand.sandbox.mailbox;

import org.jspecify.annotations.NullMarked;
