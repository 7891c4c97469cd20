/** What tax comes back. */
package org.countermand.architecture.planted.wall10.tax;
