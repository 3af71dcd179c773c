/** The way of a manifest, walked through on a real PostgreSQL with a storage in memory. */
@NullMarked
package io.accession.catalog.rooms;

import org.jspecify.annotations.NullMarked;
