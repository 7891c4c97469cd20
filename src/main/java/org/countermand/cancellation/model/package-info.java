/** The life cycle of a cancellation as tables, and the decisions on it. */
@NullMarked
package org.countermand.cancellation.model;

import org.jspecify.annotations.NullMarked;
