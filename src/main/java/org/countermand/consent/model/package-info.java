/** The text shown, the agreement to it, its proof. */
@NullMarked
package org.countermand.consent.model;

import org.jspecify.annotations.NullMarked;
