/** Says things to people in their own language. */
@NullMarked
package org.countermand.platform.text;

import org.jspecify.annotations.NullMarked;
