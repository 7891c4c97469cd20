/** A miniature house whose doors are anonymous, misnamed or in the wrong transaction. */
@NullMarked
package org.countermand.architecture.planted.wall03;

import org.jspecify.annotations.NullMarked;
