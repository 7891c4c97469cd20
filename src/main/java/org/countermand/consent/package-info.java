/** Records what was shown and agreed to. */
@NullMarked
package org.countermand.consent;

import org.jspecify.annotations.NullMarked;
