/**
 * Writes tables in the Apache Parquet format: typed columns come in, row by row, and bytes go out as they come. Reading is done where files of
 * others are read, in module {@code storage}.
 */
@NullMarked
package io.accession.server.parquet;

import org.jspecify.annotations.NullMarked;
