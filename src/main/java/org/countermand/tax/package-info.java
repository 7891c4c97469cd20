/** Issues the documents by which charged tax comes back. */
@NullMarked
package org.countermand.tax;

import org.jspecify.annotations.NullMarked;
