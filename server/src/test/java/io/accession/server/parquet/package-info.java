@NullMarked
package io.accession.server.parquet;

import org.jspecify.annotations.NullMarked;
