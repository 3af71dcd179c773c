/** What every store of maps promises, and one that keeps them in memory. */
@NullMarked
package io.accession.testkit.map;

import org.jspecify.annotations.NullMarked;
