/** Who did what */
@NullMarked
package org.countermand.architecture.planted.wall10.audit;

import org.jspecify.annotations.NullMarked;
