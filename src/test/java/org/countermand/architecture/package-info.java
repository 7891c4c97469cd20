/** The walls of the house as rules, each with a violation that it is seen to catch. */
@NullMarked
package org.countermand.architecture;

import org.jspecify.annotations.NullMarked;
