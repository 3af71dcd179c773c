/**
 * The metadata schema: which keys the customer's metadata may have and what their values mean. Comes in: JSON, of schemas and of
 * metadata. Goes out: a {@link MetadataSchema} and typed values, with a fault for each value that its key's type does not fit.
 */
@NullMarked
package io.accession.core.schema;

import org.jspecify.annotations.NullMarked;
