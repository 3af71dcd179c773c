@NullMarked
package io.accession.server.encoder;

import org.jspecify.annotations.NullMarked;
