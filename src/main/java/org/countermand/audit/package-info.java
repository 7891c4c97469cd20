/** Keeps the record of who did what, and chains it. */
@NullMarked
package org.countermand.audit;

import org.jspecify.annotations.NullMarked;
