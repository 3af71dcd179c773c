@NullMarked
package io.accession.storage.parquet;

import org.jspecify.annotations.NullMarked;
