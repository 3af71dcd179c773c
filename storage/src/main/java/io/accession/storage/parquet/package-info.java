/** Reads files in the Apache Parquet format, each in a process of its own: a damaged one does what it likes to its reader. Rows come out. */
@NullMarked
package io.accession.storage.parquet;

import org.jspecify.annotations.NullMarked;
