/** Value added tax of Norway. */
@NullMarked
package org.countermand.tax.model.norway;

import org.jspecify.annotations.NullMarked;
