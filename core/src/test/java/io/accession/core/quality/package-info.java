@NullMarked
package io.accession.core.quality;

import org.jspecify.annotations.NullMarked;
