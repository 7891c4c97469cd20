/** Where people come in. */
@NullMarked
package org.countermand.architecture.planted.unknown.portal;

import org.jspecify.annotations.NullMarked;
