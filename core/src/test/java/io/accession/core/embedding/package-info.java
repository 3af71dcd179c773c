@NullMarked
package io.accession.core.embedding;

import org.jspecify.annotations.NullMarked;
