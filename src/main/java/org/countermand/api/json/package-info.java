/** Reads JSON strictly and writes it. */
@NullMarked
package org.countermand.api.json;

import org.jspecify.annotations.NullMarked;
