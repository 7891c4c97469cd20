/** Value added tax of the member states, after Directive 2006/112/EC. */
@NullMarked
package org.countermand.tax.model.eu;

import org.jspecify.annotations.NullMarked;
