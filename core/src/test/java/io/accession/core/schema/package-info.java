@NullMarked
package io.accession.core.schema;

import org.jspecify.annotations.NullMarked;
