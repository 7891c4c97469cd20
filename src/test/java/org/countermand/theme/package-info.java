/** Holds the style sheets and templates to what they promise every reader. */
@NullMarked
package org.countermand.theme;

import org.jspecify.annotations.NullMarked;
