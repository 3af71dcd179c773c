@NullMarked
package io.accession.encoder;

import org.jspecify.annotations.NullMarked;
