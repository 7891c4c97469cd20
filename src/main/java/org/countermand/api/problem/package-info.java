/** How the API says no: problems after RFC 9457 in the caller's language. */
@NullMarked
package org.countermand.api.problem;

import org.jspecify.annotations.NullMarked;
