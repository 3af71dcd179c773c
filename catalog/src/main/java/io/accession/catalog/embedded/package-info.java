/**
 * A PostgreSQL server of our own under the data directory. In goes a directory, out comes the address of a running server
 * that loses nothing when it, we, or the machine are killed.
 */
@NullMarked
package io.accession.catalog.embedded;

import org.jspecify.annotations.NullMarked;
