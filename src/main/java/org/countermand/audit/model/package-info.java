/** The entry of the record and the chain over it. */
@NullMarked
package org.countermand.audit.model;

import org.jspecify.annotations.NullMarked;
