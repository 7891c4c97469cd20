/** The append-only file in which a sandbox server finds its state again. */
@NullMarked
package org.countermand.sandbox.journal;

import org.jspecify.annotations.NullMarked;
