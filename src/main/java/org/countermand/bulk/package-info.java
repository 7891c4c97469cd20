/** Brings what comes by the thousand through the same doors as everything else. */
@NullMarked
package org.countermand.bulk;

import org.jspecify.annotations.NullMarked;
