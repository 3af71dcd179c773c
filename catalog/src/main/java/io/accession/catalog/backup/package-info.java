/**
 * Backups of the whole catalogue in one file, made while the server runs, and their way back. In goes a database's address
 * and a file; what comes out is the same catalogue, in the same or another cluster.
 */
@NullMarked
package io.accession.catalog.backup;

import org.jspecify.annotations.NullMarked;
