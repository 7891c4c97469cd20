/** The words that {@link java.lang.String} and version 1.5 share. */
@NullMarked
package org.countermand.architecture.planted.wall10.kernel;

import org.jspecify.annotations.NullMarked;
