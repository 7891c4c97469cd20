/** Sets Faces up for the pages of customers and agents. */
@NullMarked
package org.countermand.platform.faces;

import org.jspecify.annotations.NullMarked;
