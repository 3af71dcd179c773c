@NullMarked
package io.accession.api.numpy;

import org.jspecify.annotations.NullMarked;
