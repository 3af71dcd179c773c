/**
 * PostgreSQL, the only source of truth. In goes an address and SQL, out comes {@link io.accession.catalog.Database}: a pool
 * of connections to a migrated database. SQL is spoken here and nowhere else.
 */
@NullMarked
package io.accession.catalog;

import org.jspecify.annotations.NullMarked;
